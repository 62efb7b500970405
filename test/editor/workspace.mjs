/** The folder that the tests open, relative to the project. */
export const workspace = "test/editor/workspace";
