import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPage {
  body: string | Buffer;
  /** By default `text/html; charset=utf-8`. */
  type?: string;
  status?: number;
}

export interface LoggedRequest {
  method: string;
  /** Absolute; `host:443` for a CONNECT. */
  url: string;
  /** Whether the table had it. */
  served: boolean;
}

export interface HostServer {
  readonly port: number;
  readonly log: readonly LoggedRequest[];
  clearLog(): void;
  close(): Promise<void>;
}

/**
 * An HTTP proxy that answers for any host from a function of the address, and
 * writes down every request: so the production build meets its real match
 * patterns with no network, and the log proves what was asked for. `https` is
 * refused (and written down), which makes browsers fall back to nothing.
 */
export async function serveHosts(
  answer: (url: URL) => ServedPage | null,
): Promise<HostServer> {
  const log: LoggedRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'none'}`);
    const page = answer(url);
    log.push({
      method: request.method ?? '',
      url: url.href,
      served: page !== null,
    });
    send(request, response, page);
  });
  server.on('connect', (request, socket) => {
    log.push({ method: 'CONNECT', url: request.url ?? '', served: false });
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    clearLog() {
      log.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  page: ServedPage | null,
): void {
  const { body, type, status } = page ?? {
    body: 'not found',
    type: 'text/plain',
    status: 404,
  };
  response.writeHead(status ?? 200, {
    'content-type': type ?? 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
