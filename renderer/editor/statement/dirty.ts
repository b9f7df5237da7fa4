// Which elements an update may have changed. Undo puts a whole state in the place of another: Lexical then names the root, and
// whatever an edit under way happened to touch, and none of what the two states differ in.
import { HISTORIC_TAG, type NodeKey, type UpdateListenerPayload } from 'lexical'

/** The elements that may have become others, `true` for those changed themselves; null where any may. */
export function dirtyElementsOf({ tags, dirtyElements }: UpdateListenerPayload): ReadonlyMap<NodeKey, boolean> | null {
  const isRootAlone = dirtyElements.size === 1 && dirtyElements.has('root')
  return tags.has(HISTORIC_TAG) || isRootAlone ? null : dirtyElements
}
