// HTTP beside the socket: JSON out, JSON back, a Refusal for every "no".
import { noAnswer, Refusal } from "./refusal.ts";

const PATIENCE = 10_000;

export const bearer = (token: string): Record<string, string> => (token ? { Authorization: `Bearer ${token}` } : {});

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(path, { ...init, signal: stop.signal, cache: "no-store" });
    const body = await answer.json();
    if (!answer.ok) throw new Refusal(body.code, body.text, body.fields);
    return body as T;
  } catch (problem) {
    throw problem instanceof Refusal ? problem : noAnswer();
  } finally {
    clearTimeout(timer);
  }
}

export const get = <T>(path: string, token = ""): Promise<T> => request<T>(path, { headers: bearer(token) });

export const post = <T>(path: string, body: object = {}, token = ""): Promise<T> =>
  request<T>(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...bearer(token) },
    body: JSON.stringify(body),
  });
