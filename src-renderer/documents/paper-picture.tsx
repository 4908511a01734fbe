/** A picture of the text (图片), centred, with its caption below. */
import type { PictureBlock } from '../../src-shared/documents.ts'

export function PaperPicture({ picture }: { readonly picture: PictureBlock }) {
  return <figure className="paper-picture">{picture.caption}</figure>
}
