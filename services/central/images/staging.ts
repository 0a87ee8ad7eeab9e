import type { ByteRange, Content, ContentSource } from '#ceph-sim/rbd.ts'

/** Where the hub's Glance keeps an image's bytes between fetching and storing them: its staging directory. */
export interface StagingArea {
  /**
   * Writes a whole image; what an earlier attempt left is replaced at the end, so content may come from it (conversion).
   */
  write(
    imageId: string,
    content: ContentSource,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<StagedImage>
  /** What is staged completely; a partial leftover counts as absent (O09). */
  find(imageId: string): Promise<StagedImage | undefined>
  /** Does nothing when nothing is staged. */
  remove(imageId: string): Promise<void>
  /** Bytes in use now (I18). */
  usedBytes(): Promise<number>
}

export interface StagedImage {
  readonly sizeBytes: number
  /** Where it is not zero, in order: what a thin write will send. */
  readonly runs: readonly ByteRange[]
  /** In order, holes as zeros. */
  content(): AsyncIterable<Content>
  /** Positional reads, for formats that are not read in order. */
  readonly source: { readonly sizeBytes: number; read(offset: number, lengthBytes: number): Promise<Uint8Array> }
}
