import { metadataValue, planRemoveMetadata, planSetMetadata } from '../engine/images/plan-metadata.ts'
import { findImage } from '../engine/lookup.ts'
import type { ImageMetadata, MetadataEntry } from '../port/image-metadata.ts'
import type { CallOptions, RbdImageSpec } from '../rbd.ts'
import type { SessionContext } from './session-context.ts'

export class ImageMetadataSession implements ImageMetadata {
  readonly #context: SessionContext

  constructor(context: SessionContext) {
    this.#context = context
  }

  async list(spec: RbdImageSpec, options?: CallOptions): Promise<readonly MetadataEntry[]> {
    return Object.entries(this.#metadata(spec, options)).map(([key, value]) => ({ key, value }))
  }

  async get(spec: RbdImageSpec, key: string, options?: CallOptions): Promise<string> {
    return metadataValue(this.#metadata(spec, options), key)
  }

  async set(spec: RbdImageSpec, { key, value }: MetadataEntry, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImage(spec, () => planSetMetadata(runtime.state, spec, { key, value }).change)
  }

  async remove(spec: RbdImageSpec, key: string, options?: CallOptions): Promise<void> {
    this.#context.mayWrite(spec, options)
    const { runtime } = this.#context
    await runtime.changeImage(spec, () => planRemoveMetadata(runtime.state, spec, key).change)
  }

  #metadata(spec: RbdImageSpec, options: CallOptions | undefined): Readonly<Record<string, string>> {
    this.#context.mayRead(spec, options)
    return findImage(this.#context.runtime.state, spec).metadata
  }
}
