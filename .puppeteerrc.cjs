// The browser comes inside an npm package (see apps/devkit/chromium.mjs): nothing is downloaded at install.
module.exports = { skipDownload: true };
