// Stands in for tunnel inside @actions/http-client, in the bundle only, for the same reason as no-undici.js. Where a proxy
// is set, @actions/github makes an agent when it loads; this one refuses every request.

const agent = {
  addRequest(request) {
    request.destroy(new Error('tunnel is not in the bundle; requests go through src/network/'));
  },
};

export const httpOverHttp = () => agent;
export const httpOverHttps = () => agent;
export const httpsOverHttp = () => agent;
export const httpsOverHttps = () => agent;
