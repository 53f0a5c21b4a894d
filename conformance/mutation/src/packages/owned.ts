/** Which files of a package are the back end's to remove when it no longer makes them; what compilers put beside them is not. */
export function isGenerated(path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  return folders.includes("generated") && !folders.includes("build") && !folders.includes("target");
}
