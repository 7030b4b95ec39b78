declare module "plotly.js-strict-dist-min";
declare module "plotly.js-cartesian-dist-min";
