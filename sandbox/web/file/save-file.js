/** Hands a file to the browser to save. It has to be fetched first, because a link cannot sign in. */
export async function saveFile(kchat, file) {
  const address = URL.createObjectURL(await kchat.file(file.id));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The download has its own hold on the bytes by now.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
