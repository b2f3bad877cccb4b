// What styles, fonts and pictures are to a test.
module.exports = {};
