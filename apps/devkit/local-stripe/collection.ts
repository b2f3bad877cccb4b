/** Objects of one kind in the order they were made; found by id in one step. */
export class Collection<T extends { id: string; created: number }> {
  readonly all: T[] = [];
  private readonly places = new Map<string, number>();

  add(item: T): T {
    this.places.set(item.id, this.all.length);
    this.all.push(item);
    return item;
  }

  get(id: string): T | undefined {
    const place = this.places.get(id);
    return place === undefined ? undefined : this.all[place];
  }

  placeOf(id: string): number | undefined {
    return this.places.get(id);
  }
}
