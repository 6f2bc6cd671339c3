// Stands in for fontkit's reader of WOFF2, whose dictionary alone is larger than all of Backlot: fonts on disk are TTF, OTF or TTC.
module.exports = () => {
  throw new Error('WOFF2 fonts are not read.');
};
