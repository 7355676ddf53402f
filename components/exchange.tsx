import { plural } from '#components/labels';
import type { Exchange, Statement } from '#lib/verdict';
import styles from './exchange.module.css';

/** Requests and their answers in order; the last one, which the news is mostly about, is open. */
export function Transcript({ exchanges }: { exchanges: Exchange[] }) {
  return (
    <section>
      <p className={styles.label}>{exchanges.length === 1 ? 'The request and its answer' : 'The requests, in order'}</p>
      <ol role="list" className={styles.transcript}>
        {exchanges.map((exchange, index) => (
          <li key={index}>
            <details open={index === exchanges.length - 1}>
              <summary className={styles.line}>
                <ExchangeLine exchange={exchange} />
              </summary>
              <ExchangeParts exchange={exchange} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `POST /orders → 201 Created` */
export function ExchangeLine({ exchange: { request, response } }: { exchange: Exchange }) {
  return (
    <>
      <span className={styles.asked}>
        <span className={styles.method}>{request.method}</span> {request.path}
      </span>{' '}
      <span className={styles.status} data-class={response ? Math.floor(response.status / 100) : 'none'}>
        <span className="visually-hidden">answered with </span>
        {response ? statusLine(response.status) : 'no answer'}
      </span>
    </>
  );
}

/** What was sent and what came back, whole. */
export function ExchangeParts({ exchange: { request, response, statements } }: { exchange: Exchange }) {
  return (
    <div className={styles.parts}>
      <Message title="Request" headers={request.headers} body={request.body} />
      {response ? (
        <Message title="Answer" headers={response.headers} body={response.body} />
      ) : (
        <p>The service gave no answer.</p>
      )}
      {statements.length > 0 && <Statements statements={statements} />}
    </div>
  );
}

function Message({ title, headers, body }: { title: string; headers: [string, string][]; body: string }) {
  return (
    <section className={styles.message} aria-label={title}>
      <p className={styles.label}>{title}</p>
      {headers.length > 0 && (
        <ul role="list" className={styles.headers} aria-label={`Headers of the ${title.toLowerCase()}`}>
          {headers.map(([name, value], index) => (
            <li key={index}>
              <span className={styles.headerName}>{name}:</span> {value}
            </li>
          ))}
        </ul>
      )}
      {body === '' ? (
        <p className={styles.empty}>No body.</p>
      ) : (
        <pre tabIndex={0} role="group" aria-label={`Body of the ${title.toLowerCase()}`}>
          {prettyJson(body)}
        </pre>
      )}
    </section>
  );
}

function Statements({ statements }: { statements: Statement[] }) {
  return (
    <details className={styles.statements}>
      <summary>{plural(statements.length, 'statement')} to the database</summary>
      <ol role="list">
        {statements.map(({ text, parameters, rowCount, error }, index) => (
          <li key={index} data-failed={error !== undefined}>
            <pre tabIndex={0} role="group" aria-label={`Statement ${index + 1}`}>
              {text}
            </pre>
            <p className={styles.parameters}>
              {parameters.map((value, at) => (
                <span key={at}>
                  <code>
                    ${at + 1} = {value}
                  </code>
                </span>
              ))}
              <span>{error ?? (rowCount === null ? 'failed' : plural(rowCount, 'row'))}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Laid out for reading where that changes no value: numbers too long for JavaScript would come out as others. */
export function prettyJson(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    return JSON.stringify(value) === body ? JSON.stringify(value, null, 2) : body;
  } catch {
    return body;
  }
}

export function statusLine(status: number): string {
  const name = statusNames[status];
  return name ? `${status} ${name}` : String(status);
}

/** Names by the IANA registry of status codes; those that a service of an exercise may well send. */
const statusNames: Partial<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
