import type { ErrorCode } from 'yaml';

/** Our own messages for what the parser finds, since its messages quote the file. */
const REASONS: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias (*…) has a tag or an anchor',
  BAD_ALIAS: 'an anchor (&…) or alias (*…) has no clear name; put text that starts with & or * in quotes',
  BAD_COLLECTION_TYPE: 'a tag (!…) does not fit the value after it',
  BAD_DIRECTIVE: 'a line that starts with % is not understood',
  BAD_DQ_ESCAPE: 'text in double quotes contains a backslash (\\); use single quotes',
  BAD_INDENT: 'this line is not indented like the lines above it',
  BAD_PROP_ORDER: 'an anchor (&…) or tag (!…) is in the wrong place',
  BAD_SCALAR_START: 'a value starts with a special character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second key or list starts within this value; put the value in quotes, or start a new line',
  BLOCK_IN_FLOW: 'lines with "- " or keys are inside [ ] or { }',
  DUPLICATE_KEY: 'a key is given twice',
  IMPOSSIBLE: 'the structure is not understood',
  KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
  MISSING_CHAR: 'a character is missing, such as a closing quote or bracket, a comma, a colon or a space',
  MULTILINE_IMPLICIT_KEY: 'this line has no colon followed by a space, or the next line is not indented like it',
  MULTIPLE_ANCHORS: 'a value has more than one anchor (&…)',
  MULTIPLE_DOCS: 'a line "---" begins a second list',
  MULTIPLE_TAGS: 'a value has more than one tag (!…)',
  NON_STRING_KEY: 'a key is not text',
  RESOURCE_EXHAUSTION: 'the levels are nested too deeply',
  TAB_AS_INDENT: 'the indentation contains a tab; use spaces',
  TAG_RESOLVE_FAILED: 'a tag (!…) is not supported; put text that starts with ! in quotes',
  UNEXPECTED_TOKEN: 'something is where it cannot be; put text with special characters in quotes',
};

/** Describes a finding of the YAML parser without quoting the file. */
export function describeSyntaxError(code: ErrorCode): string {
  return `not valid YAML here: ${REASONS[code]}`;
}
