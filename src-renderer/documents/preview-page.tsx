/** placeholder 公文 */
export function PreviewPage() {
  return null
}
