declare module "plotly.js-dist-min";
declare module "plotly.js-cartesian-dist-min";
