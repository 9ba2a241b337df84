import { Component } from 'preact';
import { isQuiet, keepQuiet } from '../../connection/sound-choice.ts';
import type { PartScene } from '../parts.ts';

/** Whether an answer that cannot be seen is heard; kept in this browser. */
export class SoundSwitch extends Component<PartScene<'comfort'>, { isOn: boolean }> {
  override state = { isOn: false };

  override async componentDidMount() {
    this.setState({ isOn: !(await isQuiet(this.props.siteKey)) });
  }

  async turn(): Promise<void> {
    const isOn = !this.state.isOn;
    this.setState({ isOn });
    await keepQuiet(this.props.siteKey, !isOn);
  }

  render() {
    return (
      <button type="button" role="switch" aria-checked={this.state.isOn} onClick={() => void this.turn()}>
        {this.props.texts.sound}
        <i />
      </button>
    );
  }
}
