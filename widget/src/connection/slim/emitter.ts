type Listener = (...values: unknown[]) => void;

/** In place of @socket.io/component-emitter, as far as the manager, its sockets and our engine use it. */
export class Emitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  off(event: string, listener: Listener): this {
    this.#listeners.set(event, this.#listeners.get(event)?.filter((one) => one !== listener) ?? []);
    return this;
  }

  emit(event: string, ...values: unknown[]): this {
    for (const listener of this.#listeners.get(event) ?? []) listener(...values);
    return this;
  }

  /** A socket's own `emit` sends to the server; this one never does. */
  emitReserved(event: string, ...values: unknown[]): this {
    return Emitter.prototype.emit.call(this, event, ...values) as this;
  }
}
