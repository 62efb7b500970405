/**
 * What the tests start inherits their environment, in which continuous integration often forces colours. What is
 * expected of it is said without them; tests of colours set these variables themselves.
 */
for (const variable of ["FORCE_COLOR", "FORCE_HYPERLINK", "NO_COLOR", "CLICOLOR_FORCE"])
  delete process.env[variable];
