/** A small store that forgets what was not asked for the longest. */
export interface Recent<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
}

export function recent<V>(limit: number): Recent<V> {
  const values = new Map<string, V>();
  return {
    get(key) {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > limit && oldest !== undefined) values.delete(oldest);
    },
    delete: (key) => void values.delete(key),
  };
}

/**
 * A thing there is one of in the process. Pages and route handlers get modules of their own, so that module state would
 * be there twice.
 */
export function keptOnce<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as { perigee?: Record<string, unknown> };
  store.perigee ??= {};
  store.perigee[name] ??= make();
  return store.perigee[name] as T;
}
