const side = 192;

/**
 * Any picture that this browser can show, drawings too, as pixels: whole, in the middle of a square. `data:image/png;…`;
 * rejects for what is no picture.
 */
export async function asLogo(file: Blob): Promise<string> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    // A drawing may say no size of its own.
    const [width, height] = [picture.naturalWidth || side, picture.naturalHeight || side];
    const scale = Math.min(side / width, side / height);
    const [drawnWidth, drawnHeight] = [width * scale, height * scale];
    canvas
      .getContext('2d')
      ?.drawImage(picture, (side - drawnWidth) / 2, (side - drawnHeight) / 2, drawnWidth, drawnHeight);
    return canvas.toDataURL('image/png');
  } finally {
    URL.revokeObjectURL(address);
  }
}
