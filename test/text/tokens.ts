/** Tokens that nobody was given, in shapes that `findSecrets` does not know. Put together here, so that no scanner takes this file for a leak. */

const letters = 'k3v9q2x7w1m5p8z4'.repeat(8);
const hex = '0a1b2c3d4e5f6789'.repeat(4);

/** By the rule that finds them. */
export const tokens = {
  cloudflare: ['cf', 'ut_', letters.slice(0, 40), hex.slice(0, 8)].join(''),
  docker: ['dckr', '_pat_', letters.slice(0, 27)].join(''),
  figma: ['fig', 'd_', letters.slice(0, 43)].join(''),
  grafana: ['gl', 'sa_', letters.slice(0, 32), '_', hex.slice(0, 8)].join(''),
  groq: ['gs', 'k_', letters.slice(0, 52)].join(''),
  'hashicorp-vault': ['hv', 's.', letters.slice(0, 95)].join(''),
  linear: ['lin', '_api_', letters.slice(0, 40)].join(''),
  shopify: ['shp', 'at_', hex.slice(0, 32)].join(''),
  tailscale: ['ts', 'key-auth-', letters.slice(0, 12), '-', letters.slice(0, 32)].join(''),
  vercel: ['vc', 'p_', letters.slice(0, 24)].join(''),
};
