/** In place of socket.io-parser: Socket.IO 5 packets without binary attachments, which the contract does not have. */
export const protocol = 5;

export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
};

export interface Packet {
  type: number;
  nsp: string;
  id?: number;
  data?: unknown;
}

export class Encoder {
  encode({ type, nsp, id = '', data }: Omit<Packet, 'id'> & { id?: number | '' }): string[] {
    return [`${type}${nsp},${id}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

export class Decoder {
  #listener: ((packet: Packet) => void) | undefined;

  on(_event: 'decoded', listener: (packet: Packet) => void): void {
    this.#listener = listener;
  }

  off(): void {
    this.#listener = undefined;
  }

  /** Throws on what is not a packet: the manager then closes, and the link opens another. */
  add(text: string): void {
    const [, type, nsp, id, data] = /^(\d)(?:(\/[^,]*),)?(\d*)(.*)$/s.exec(text) ?? [];
    if (type === undefined) throw new Error('not a packet');
    const packet: Packet = {
      type: Number(type),
      nsp: nsp ?? '/',
      data: data === '' ? undefined : JSON.parse(data ?? ''),
    };
    if (id) packet.id = Number(id);
    this.#listener?.(packet);
  }

  destroy(): void {}
}
