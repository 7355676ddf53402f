proof({
  wants: 'the text of the report payroll',
  plant: ({ files, secret }) => {
    files.write(
      '/srv/keys/2026-01.jwk',
      '{"kty":"RSA","kid":"2026-01","alg":"RS256","n":"uLjH79D9lUV5YLJotR2Pyca3rxN4nbCAGP7_iMbiljKTWjUtVXBR4wFCvftOChQkZ_4JBrh4PLS3R_RfvjtaGIA8s4J84xGbCCV0qY1fydKwqAZRPVU7tPrh12KIuqlDhXwzkKLARqIrfTgqM7U-6fZQJLW1xj3cZuifE-FCUzJiEe6GFN5Sq84mu5VHz6x9-HqXrifffLHA9TICg1O5CJO5uVcXM4aIDEK7q-oG8HzyzCbv8-DL1K3vUCTc5O4vmVd58NJOH06sYXAmk85guDtELwvX0pf16PaEvNKwQfuNEbGqdUrhwece8tENPfsSsFRSTWd5oVLbIwbzCYfPiQ","e":"AQAB"}',
    );
    files.write('/srv/reports/payroll.txt', secret);
    files.write('/srv/reports/sales.txt', 'January: 412 books');
    return {
      token:
        'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCIsImV4cCI6NDEwMjQ0NDgwMCwic3ViIjoibm9vciIsInJvbGUiOiJyZWFkZXIifQ.PuZetfbOvZ42nkLILdN_n_P3-G-htHcP4Ggo25MO-9fsKB9kxq77IgVKNyLiqfn1KkFZuUzeErnHuLgKucQ7uostSBNa_O5cWO5jXPdEZLs7bgvJC57xzR6IfIcZGoMSDNX-g0zXOFiK0P_vPbw0-7rjpEdmoMcsHyUD3_RE7n2E3yv7dpQ-kWKeo7n8Xar50ImsArBj0AF1y5TDvKlgA9nl1djmMhigW0KsiRy7OfB7YS8ams1K-kck6caBZhyo8qFASoP0O0kK7AyAROrvIjWKLDK9BUum-GZgeo5aW27Sn_OeCydJDkMN1Tgb2nly7iT5DQNxoimjqzfJzuEwAQ',
      trainingToken:
        'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJodHRwczovL3RyYWluaW5nLmJvb2tzaG9wLnRlc3QiLCJleHAiOjQxMDI0NDQ4MDAsInN1YiI6Im5vb3IiLCJyb2xlIjoibWFuYWdlciJ9.tgEDyI4RRDF2Eq9SZ_FLbsug-3hyPgIfuI2heCxKsDVFwRa0gM-d6GxrGadjtXP1ejov96-_3WmxJNOx31fBUimA_rrT1UQSsMwGsVPlfNeoeJtv5NZGoMRjIhHairqRfA9aLoTgxI3MOKs_uc09DhSPv6rJsUMcBevhpZ2xBZPR4dgkJwFqG3irl86BsSYId65P7N1QNefMBfgT3w7SK_lT_dBU8fCKRXdODFSkACVBenAiPfnwhLXtjDmbpedfYPaLKEjzePiTJIjT9Q1a9bN29VPpZMq6KnocVjh6hG80vNMzKTkrkqyJQIcBXxoPiVsxNaqglZRUz4EfnvZtYw',
    };
  },
  succeeded: ({ answer, secret }) => answer === secret,
});
