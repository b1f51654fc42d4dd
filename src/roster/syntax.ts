import type { ErrorCode } from 'yaml';

/** Own words for what the parser finds, since its messages quote the file. */
const REASONS: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias (*…) has a tag or an anchor',
  BAD_ALIAS: 'an anchor (&…) or alias (*…) has no clear name; put a text that starts with & or * in quotes',
  BAD_COLLECTION_TYPE: 'a tag (!…) does not fit the value behind it',
  BAD_DIRECTIVE: 'a line that starts with % is not understood',
  BAD_DQ_ESCAPE: 'a text in double quotes holds a backslash (\\); use single quotes',
  BAD_INDENT: 'this line is not indented like the lines above it',
  BAD_PROP_ORDER: 'an anchor (&…) or tag (!…) stands in the wrong place',
  BAD_SCALAR_START: 'a value starts with a special character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second key or list starts within this value; put the value in quotes, or start a new line',
  BLOCK_IN_FLOW: 'lines with "- " or keys stand within [ ] or { }',
  DUPLICATE_KEY: 'a key is given twice',
  IMPOSSIBLE: 'the structure is not understood',
  KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
  MISSING_CHAR: 'a character is missing, such as a closing quote or bracket, a comma, a colon or a blank',
  MULTILINE_IMPLICIT_KEY: 'a colon with a blank behind it is missing in this line, or the next is not indented like it',
  MULTIPLE_ANCHORS: 'a value has more than one anchor (&…)',
  MULTIPLE_DOCS: 'a line "---" begins a second list',
  MULTIPLE_TAGS: 'a value has more than one tag (!…)',
  NON_STRING_KEY: 'a key is not a text',
  RESOURCE_EXHAUSTION: 'there are too many levels within each other',
  TAB_AS_INDENT: 'a tab stands in the indentation; use blanks',
  TAG_RESOLVE_FAILED: 'a tag (!…) is not supported; put a text that starts with ! in quotes',
  UNEXPECTED_TOKEN: 'something stands where it cannot stand; put a text with special characters in quotes',
};

/** Words a finding of the YAML parser without quoting the file. */
export function describeSyntaxError(code: ErrorCode): string {
  return `not valid YAML here: ${REASONS[code]}`;
}
