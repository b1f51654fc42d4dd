import type { ErrorCode, YAMLError } from 'yaml';

/** Own words for what the parser finds, since its messages quote the file. */
const REASONS: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias cannot have a tag or an anchor',
  BAD_ALIAS: 'an anchor or alias has no clear name',
  BAD_COLLECTION_TYPE: 'a tag does not fit the value that follows it',
  BAD_DIRECTIVE: 'a directive (a line that starts with %) is not understood',
  BAD_DQ_ESCAPE: 'a text in double quotes holds a \\ sequence that YAML does not know',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_PROP_ORDER: 'an anchor or tag stands before the indicator it must follow',
  BAD_SCALAR_START: 'a value starts with a character that needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a list or mapping stands where a key or a single value must stand',
  BLOCK_IN_FLOW: 'a list or mapping in indented form stands inside [ ] or { }',
  DUPLICATE_KEY: 'a key is given twice',
  IMPOSSIBLE: 'the structure is not understood',
  KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
  MISSING_CHAR: 'a character is missing, such as a closing quote or bracket, a comma, a colon or a space',
  MULTILINE_IMPLICIT_KEY: 'a key spans more than one line',
  MULTIPLE_ANCHORS: 'a value has more than one anchor',
  MULTIPLE_DOCS: 'there is more than one document',
  MULTIPLE_TAGS: 'a value has more than one tag',
  NON_STRING_KEY: 'a key is not a text',
  RESOURCE_EXHAUSTION: 'the nesting is too deep',
  TAB_AS_INDENT: 'a tab is used as indentation; only spaces are allowed there',
  TAG_RESOLVE_FAILED: 'a tag (!…) is not supported or does not fit its value',
  UNEXPECTED_TOKEN: 'something stands where it cannot stand',
};

/** Words a finding of the YAML parser without quoting the file. */
export function describeSyntaxError(error: YAMLError): string {
  return `not valid YAML here: ${REASONS[error.code]}`;
}
