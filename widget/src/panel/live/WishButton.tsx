import { Component } from 'preact';

export interface WishButtonProps {
  class: string;
  label: string;
  /** Said when it did not work. */
  failure: string;
  ask(): Promise<boolean>;
}

/**
 * Asks the server for something, once at a time, and says so when it was not done. It is not announced: heard without its
 * role, a wish sounds like a fact.
 */
export class WishButton extends Component<WishButtonProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  isBusy = false;

  async ask(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.setState({ hasFailed: !(await this.props.ask()) });
    this.isBusy = false;
  }

  render() {
    const { label, failure } = this.props;
    return (
      <>
        <button type="button" class={this.props.class} aria-live="off" onClick={() => void this.ask()}>
          {label}
        </button>
        {this.state.hasFailed && (
          <p class="failure" role="alert">
            {failure}
          </p>
        )}
      </>
    );
  }
}
