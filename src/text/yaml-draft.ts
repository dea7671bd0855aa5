import type { YamlPath, YamlStep } from './yaml-tree.js';
import type { YamlValue } from './yaml.js';

/** A change to the value at a path. */
export interface YamlEdit {
  readonly path: YamlPath;
  /** Undefined removes. */
  readonly value: YamlValue | undefined;
  /** A new map key is inserted in key order instead of last. */
  readonly sorted?: boolean;
}

type PlainMap = Record<string, unknown>;

/**
 * The value that edits lead to, one after the other. Only the containers on their paths are copies: whatever is
 * identical to a part of the old value is untouched.
 */
export class Draft {
  #root: unknown;
  readonly #owned = new Set<object>();
  readonly #origins = new WeakMap<object, (number | undefined)[]>();
  readonly #sorted = new WeakMap<object, Set<string>>();

  constructor(root: unknown) {
    this.#root = root;
  }

  get value(): unknown {
    return this.#root;
  }

  /** For the items of a changed sequence their old indexes, undefined for new ones; undefined for a new sequence. */
  origins(items: readonly unknown[]): readonly (number | undefined)[] | undefined {
    return this.#origins.get(items);
  }

  /** Whether this new key is to stand in key order. */
  isSorted(map: object, key: string): boolean {
    return this.#sorted.get(map)?.has(key) === true;
  }

  /** Applies an edit; returns why it does not fit the value, in which case nothing has changed. */
  apply(edit: YamlEdit): string | undefined {
    const value = edit.value === undefined ? undefined : this.#adopt(edit.value);
    const misfit = this.#misfit(edit.path, value);
    if (misfit !== undefined) return misfit;
    if (value === undefined) this.#remove(edit.path);
    else this.#set(edit.path, value, edit.sorted === true);
    return undefined;
  }

  #misfit(path: YamlPath, value: unknown): string | undefined {
    let current = this.#root;
    for (const [position, step] of path.entries()) {
      if (current === null || current === undefined) current = undefined;
      else if (Array.isArray(current)) {
        if (typeof step === 'string') return `${describe(path, position)} is a list, which has no key "${step}"`;
        if (typeof step === 'number' && value !== undefined && (step < 0 || step > current.length)) {
          return `${describe(path, position)} has ${current.length} items, so there is no place ${step}`;
        }
      } else if (typeof current === 'object') {
        if (typeof step === 'object') return `${describe(path, position)} is a map, not a list`;
      } else if (value !== undefined) return `${describe(path, position)} is a single value`;
      else return undefined;
      if (typeof step === 'object' && position === path.length - 1 && value !== undefined && !isPlainMap(value)) {
        return `an item of ${describe(path, position)} must be a map`;
      }
      if (current === undefined && typeof step === 'number' && step !== 0 && value !== undefined) {
        return `${describe(path, position)} is empty, so there is no place ${step}`;
      }
      current = current === undefined ? undefined : child(current as object, step);
      // A named item that is missing is made as a map of that name.
      if (current === undefined && typeof step === 'object') current = step;
    }
    return undefined;
  }

  #set(path: YamlPath, value: unknown, sorted: boolean): void {
    const last = path.at(-1);
    if (last === undefined) {
      this.#root = value;
      return;
    }
    this.#root = this.#container(this.#root, path[0]);
    let current = this.#root as object;
    for (const [position, step] of path.slice(0, -1).entries()) {
      const present = child(current, step);
      const missing = typeof step === 'object' && present === undefined;
      const next = missing ? (this.#adopt(step) as object) : this.#container(present, path[position + 1]);
      this.#put(current, step, next, sorted);
      current = next;
    }
    const item = typeof last === 'object' ? { ...last, ...(value as PlainMap) } : value;
    if (item !== value) this.#owned.add(item as object);
    this.#put(current, last, item, sorted);
  }

  #put(container: object, step: YamlStep, value: unknown, sorted: boolean): void {
    if (!Array.isArray(container)) {
      const key = String(step);
      if (sorted && !Object.hasOwn(container, key)) {
        const keys = this.#sorted.get(container) ?? new Set();
        this.#sorted.set(container, keys.add(key));
      }
      // Assigning would call the setter of a key named __proto__.
      Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
      return;
    }
    const items = container as unknown[];
    const index = typeof step === 'number' ? step : indexOf(items, step as Readonly<Record<string, string>>);
    if (index !== -1 && index < items.length) {
      items[index] = value;
      return;
    }
    items.push(value);
    this.#origins.get(items)?.push(undefined);
  }

  #remove(path: YamlPath): void {
    const last = path.at(-1);
    if (last === undefined) {
      this.#root = null;
      return;
    }
    let current = this.#root;
    for (const step of path) {
      if (current === null || typeof current !== 'object') return;
      current = child(current, step);
    }
    if (current === undefined) return;
    this.#root = this.#container(this.#root, path[0]);
    let container = this.#root as object;
    for (const [position, step] of path.slice(0, -1).entries()) {
      const next = this.#container(child(container, step), path[position + 1]);
      this.#put(container, step, next, false);
      container = next;
    }
    if (!Array.isArray(container)) {
      delete (container as PlainMap)[String(last)];
      return;
    }
    const index = typeof last === 'number' ? last : indexOf(container, last as Readonly<Record<string, string>>);
    container.splice(index, 1);
    this.#origins.get(container)?.splice(index, 1);
  }

  /** A container that may be changed: the given one if it is ours, a copy of it, or a new one that the step fits. */
  #container(current: unknown, step: YamlStep | undefined): object {
    if (current === null || typeof current !== 'object') {
      const created = typeof step === 'string' ? {} : [];
      this.#owned.add(created);
      return created;
    }
    if (this.#owned.has(current)) return current;
    const copy: object = Array.isArray(current) ? [...(current as unknown[])] : { ...current };
    this.#owned.add(copy);
    if (Array.isArray(copy)) this.#origins.set(copy, [...copy.keys()]);
    return copy;
  }

  /** A deep copy, so that later edits may change it and the caller's value stays. */
  #adopt(value: YamlValue): unknown {
    if (value === null || typeof value !== 'object') return value;
    const copy = Array.isArray(value)
      ? value.map((item: YamlValue) => this.#adopt(item))
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#adopt(item as YamlValue)]));
    this.#owned.add(copy);
    return copy;
  }
}

/** Whether two plain values are the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b);
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameValue(item, b[index]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameValue((a as PlainMap)[key], (b as PlainMap)[key]));
}

export function isPlainMap(value: unknown): value is PlainMap {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function child(container: object, step: YamlStep): unknown {
  if (!Array.isArray(container)) {
    const key = String(step);
    return Object.hasOwn(container, key) ? (container as PlainMap)[key] : undefined;
  }
  if (typeof step === 'string') return undefined;
  return container[typeof step === 'number' ? step : indexOf(container, step)] as unknown;
}

/** The first item that is a map with these scalars, or -1. */
function indexOf(items: readonly unknown[], wanted: Readonly<Record<string, string>>): number {
  const entries = Object.entries(wanted);
  return items.findIndex(
    (item) =>
      isPlainMap(item) &&
      entries.every(([key, value]) => {
        const actual = Object.hasOwn(item, key) ? item[key] : undefined;
        return actual !== null && actual !== undefined && typeof actual !== 'object' && String(actual) === value;
      }),
  );
}

function describe(path: YamlPath, length: number): string {
  if (length === 0) return 'the file';
  return path
    .slice(0, length)
    .map((step) => (typeof step === 'object' ? Object.values(step).join(' ') : String(step)))
    .join('.');
}
