import { Component, createRef } from 'preact';
import { Icon } from '../Icon.tsx';

interface PictureProps {
  width: number;
  height: number;
  /** The bytes of the picture. */
  load(): Promise<Blob>;
}

export const fileIcon = 'M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8l-5-5ZM14 3v5h5';

/** Drawn, since a strict page allows no image sources; covers its frame, which keeps its place before it is there. */
export class Picture extends Component<PictureProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  readonly frame = createRef<HTMLCanvasElement>();

  override componentDidMount() {
    void this.draw().catch(() => this.setState({ hasFailed: true }));
  }

  async draw(): Promise<void> {
    const { width, height, load } = this.props;
    const bitmap = await createImageBitmap(await load());
    const frame = this.frame.current;
    if (!frame) return;
    const sharpness = Math.min(2, devicePixelRatio);
    frame.width = width * sharpness;
    frame.height = height * sharpness;
    const scale = Math.max(frame.width / bitmap.width, frame.height / bitmap.height);
    const [drawnWidth, drawnHeight] = [bitmap.width * scale, bitmap.height * scale];
    const [x, y] = [(frame.width - drawnWidth) / 2, (frame.height - drawnHeight) / 2];
    frame.getContext('2d')?.drawImage(bitmap, x, y, drawnWidth, drawnHeight);
    bitmap.close();
  }

  render() {
    const { width, height } = this.props;
    if (this.state.hasFailed) return <Icon path={fileIcon} />;
    return <canvas ref={this.frame} style={{ width: `${width}px`, height: `${height}px` }} />;
  }
}
