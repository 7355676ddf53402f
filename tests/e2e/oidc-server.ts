import { OAuth2Server } from 'oauth2-mock-server';

// A sign-in server for the tests: every visitor is the person below.
const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
  Object.assign(token.payload, { sub: 'person-1', email: 'grace@example.com', name: 'Grace', email_verified: true });
});
await server.start(Number(process.argv[2]), 'localhost');
