const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const manager =
  'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCIsImV4cCI6NDEwMjQ0NDgwMCwic3ViIjoibWFyZW4iLCJyb2xlIjoibWFuYWdlciJ9.CgnADbD8KoivuSKUuyjVi_5T1PT9d1miZ43LjLfFHQgei6qoRl3KkiNNpnXC8V010yblaVkZuucvRC83_BJZchDvwjYD9iUGqiuVt87HAARrsFlDJJ_aZqQRWgy8xYcPbOZP5hQl6RIAzBkkKIGgTOU237-3BOIttA22b9rWYmr38jJtp_e1_86G8K__sN-Be6s1MEyxRf_zOH-Ya1juKc6pHTpgrAsJFeDs0qVovBtrKsxQog1OeRjcdAmxVJmXO_ISKjZ3lNMXeOabE7pJh5rjw_-RxKr8sZE7_m56pH7K9WKErXOpDEpl71q_n3Ov-9Pa50bFcBj1dHhHpwhMsw';
// Signed with the key of the service, each wrong in one claim, or right in another way.
const tokens = {
  twoAudiences:
    'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOlsiaHR0cHM6Ly9zaG9wLmJvb2tzaG9wLnRlc3QiLCJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCJdLCJleHAiOjQxMDI0NDQ4MDAsInN1YiI6InNhbmEiLCJyb2xlIjoibWFuYWdlciIsIm5iZiI6MTcwMDAwMDAwMCwiaWF0IjoxNzAwMDAwMDAwfQ.fjoafQcPlN5l3k6kfExCLUBBL7dEo03KaxR6dcJPp-1xHAxWcERp5SPYkXlFRjvnJf5s5T97imNvzX0XsE01MsDmYUhM7sS042f0qlpW3u9svLkPkFfrOspWkELWcJZMpXLigGHLd0oYzfwxaRUEwu11AuORrF-cRiJ_Kl9TjeqYoXNer5MgglLaP1MfpdxxtxyMz2u74hqEB35rk3_OPkUwFhgXywyNiensGSNEsUuRcLUj_E4CBvOPLlp38JLoyB4EfSbqvLjqURb9RDMhUjgiQYe9_ZpoWMsYXUHuSo7Lb4itp7OzhDdehf4ByMPw2QYRFRRQlbQGr5vL9GE84g',
  expired:
    'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCIsImV4cCI6MTczNTY4OTYwMCwic3ViIjoibWFyZW4iLCJyb2xlIjoibWFuYWdlciJ9.FWHu668KrN5yIS8oEGytQlNjFNesHH3VCFg4rVTCuCaWUB2oR4n7exOcKVrKXF1VQ3OGzIAxqGPx7K8GeMPaYKRA6AN3BZYh8YYJCns9JRbPtsR0qBtr0HZwzk6RS7f2qiZ0LI6di_ZpURF7NVG7nN8gG3gYr95KSBPxgHQ1RSqnehZM2_u7PzJKRKxaSGPNjIhlFreTk8ViH_RYjYjQLTuTNm5wHphEoglH-XzVVHA3FlU7rgB4zMs4mnMrgbtQsT268VSZhro6-caGpTso87H_QpLXUh9-5gSTCBDTnHH3vptDWdKU4cim8H2VlEoLUMastT6V7YQzo1_dR03qww',
  early:
    'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCIsImV4cCI6NDEwMjQ0NDgwMCwic3ViIjoibWFyZW4iLCJyb2xlIjoibWFuYWdlciIsIm5iZiI6NDAwMDAwMDAwMH0.Eac_FtbwjwDpgZw1YBegKemAXCBwewyM7-f5mbEg4hjFgFBzohgAJnPQlWxKyTeziXlQrN_acUsTazMd-wAndyRI6MXuTqaO_57_GkGKItGivGT6y2Ha4kjQdZwoKsf2VC72l-WWkf3dNShrA97FkMCauNfajFPUXAKmanb-0ULPoSVI8-aik105A_3dvgFPKMQ_wAJF65R8-wRgFUnpr2ury5PtqvfVLAdECRT6wW32BgKQPnlrPqEgODsUCVjVZule9ZFvx3pXK5RNfw9o7Bf0722dYk7JaEtwM8P4H25fxIGkkz2-DMkH2whNhpymz9BUhwS4RBkMNpw17iN-wA',
  issuer:
    'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLm90aGVyLnRlc3QiLCJhdWQiOiJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCIsImV4cCI6NDEwMjQ0NDgwMCwic3ViIjoibWFyZW4iLCJyb2xlIjoibWFuYWdlciJ9.B_207VlgfSQzw3dxQhhD9M4zcZUEqrrnL9jJRoCtCptWrtrUUrKM26CfAo9Nk4RapYhQJZkAP6Ndpywi7U0_piiU2zji6bNQfLbiYxnyrB6pk4tC_3dbjBDyvZ3bdQlBKMJc_ID6gnY58Izl5l8n8MasZzzcPLdRx9W9D-BwSh6VjgzBd_EDhwbXJfP89nAfcQCo_HnMsLkwNj77LsncoI0niZ2mcouL4uNWozCJDI90RVOTtbhZf29OXVPNMxKMjSd7BTnvFpjQhlVt_WutkIIJh-5xYn4Sa7p3kkDMXfzH9teA7R4tEuMVn4Ydj1lto19L8dCgRkrYh2gdMJaBBQ',
  otherKey:
    'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjIwMjYtMDEifQ.eyJpc3MiOiJodHRwczovL2lkLmJvb2tzaG9wLnRlc3QiLCJhdWQiOiJodHRwczovL3JlcG9ydHMuYm9va3Nob3AudGVzdCIsImV4cCI6NDEwMjQ0NDgwMCwic3ViIjoibm9vciIsInJvbGUiOiJtYW5hZ2VyIn0.OPXCd5uT2NDtAKTUf5LCa9njem_9XizIDnAe-y1L4Ze3ME7lbvaQ-qJ8gvKnMmGhQXd0Zgd4zwMEAOxqDxd4W_jjKTEo7c-Qd5_1mEmzAnONklzvuutk8Volh1sDPDNNgyLvcrl00SlNku6MZMPOSCj9cjtwL1_RS_zoSeTVl6adkPj0IsMIPZDmeQtYPXmdVUXMgg_GgBJ3flblwhA3qmWHzr-Fpgxdm9omhuWqnciWLb-3rTMM0jaCjQQ8DsJSIAi1ePPwvgtfB_MMITjV77unJYQn9w9dTbPOZxbwaCnJMprkWZThGO9bZCx9648slRJzwsrvGbDAQSw7EWPN6g',
};

test('accepts a list of audiences, and a beginning in the past', async ({ request }) => {
  const { status, body } = await request('GET', '/reports/sales', bearer(tokens.twoAudiences));
  expect(status).toBe(200);
  expect(body).toBe('January: 412 books');
});

test('refuses tokens that are over, not valid yet, or from another issuer or key', async ({ request, planted }) => {
  expect((await request('GET', '/me', bearer(tokens.expired))).status, 'over since 2025').toBe(401);
  expect((await request('GET', '/me', bearer(tokens.early))).status, 'valid from 2096').toBe(401);
  expect((await request('GET', '/me', bearer(tokens.issuer))).status, 'issued by https://id.other.test').toBe(401);
  expect((await request('GET', '/me', bearer(tokens.otherKey))).status, 'signed with another key').toBe(401);
  expect((await request('GET', '/me', bearer(planted.trainingToken))).status, 'for the training service').toBe(401);
});

test('leaves the payroll where it is', async ({ request, files, planted }) => {
  expect((await request('GET', '/reports/payroll', bearer(manager))).body, 'the payroll, for a manager').toBe(
    planted.secret,
  );
  expect(files.read('/srv/reports/payroll.txt'), 'the file').toBe(planted.secret);
});

test('agrees with the reference on random changes of a token', async ({ request, reference, random }) => {
  for (let turn = 0; turn < 8; turn++) {
    const at = random.int(0, manager.length - 3);
    const changed = random.bool()
      ? manager
      : manager.slice(0, at) + random.pick(['A', 'b', '.', '']) + manager.slice(at + 1);
    const expected = await reference.request('GET', '/me', bearer(changed));
    expect((await request('GET', '/me', bearer(changed))).status, `after a change at place ${at}`).toBe(
      expected.status,
    );
  }
});
