/** The list of stories; what they say comes with the first that is opened. */
export const storyList = {
  heading: 'Stories',
  choose: 'Choose a story',
  titles: {
    overfitting: 'Overfitting happening',
    scaling: 'Why inputs are scaled',
    committee: 'Dropout as a committee',
    penalties: 'L1 against L2',
    order: 'The order of samples',
    twoLosses: 'Two losses at once',
    sideBySide: 'Side by side',
    trick: 'What does this trick do here?',
    step: 'A step, opened',
    elephant: 'Four parameters',
  },
};
