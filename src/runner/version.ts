/** The version of this Action, for the report. Equal to the one in `package.json`, which a test checks. */
export const VERSION = '1.0.0';
