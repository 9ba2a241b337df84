import type { PagesTexts } from './es.ts';

/** What the server's own pages say in English. Complete, or it does not compile. */
export const pagesEn: PagesTexts = {
  notBuilt: 'This part of Ventanilla has not been built yet. Start it with "pnpm start", which builds it first.',
  unknownSite: 'Ventanilla: there is no site with this key. Copy the tag again from Settings › Site.',
  fullPage: {
    otherLanguage: 'Español',
    write: 'Write here',
    writeAgain: 'Ask something else',
    hint: 'A person reads it. Once you have sent it you see right here what happens to your message.',
    kept: 'To know you again, this browser keeps a cookie that counts on this page alone.',
    queued: 'Your message is in the queue. If nobody takes it in time, we give you a number and a time.',
    due: 'Answer by {when}',
    received: 'Received on {when}.',
    follow: 'The answer will appear on this page: keep its address and come back whenever you like.',
    lookAgain: 'See whether there is an answer',
    others: 'Your other questions',
    forget: 'Forget my questions in this browser',
    over: 'This question is closed. If you write, we open another that goes on from it.',
    file: 'File: {name}',
    blank: 'Write something before you send it.',
    tooLong: 'Your message has {count} characters and {max} fit. Make it shorter and send it again.',
    unseen:
      'Your message has arrived, but this browser has not kept our cookie and we cannot show you the answer here. Allow cookies for this page and write again.',
    notFoundTitle: 'There is no help desk here',
    notFound: 'Check that the address is complete, or ask whoever gave it to you for it again.',
    refusedTitle: 'That did not work',
    back: 'Back to the page',
  },
  ticket: {
    title: 'Your question',
    needsScript: 'Reading your question here needs JavaScript. Turn it on and open the link again.',
  },
  demo: {
    title: 'Alameda Fibra · Neighbourhood internet',
    about: 'A made-up internet provider, to try the help desk on.',
    skip: 'Skip to content',
    navigation: 'Sections',
    plans: 'Plans',
    coverage: 'Coverage',
    help: 'Help',
    otherLanguage: 'Español',
    headline: 'Fibre up to your door, and people who answer',
    lead: 'We are the internet cooperative of the Alameda. Two hundred kilometres of our own fibre, three vans, and nobody who puts you through to another department.',
    write: 'Write to us',
    seePlans: 'See the plans',
    statusTitle: 'The network now',
    statusLine: 'Everything works. Last outage: Tuesday, 14 minutes in Nogal street.',
    plansTitle: 'Three plans, no lock-in',
    plansLead: 'Uploads as fast as downloads. Router, installation and patience included.',
    month: 'a month',
    plan: {
      patio: { name: 'Patio', speed: '300 Mb', price: '€24', line: 'For browsing, series and video calls.' },
      plaza: { name: 'Plaza', speed: '600 Mb', price: '€31', line: 'For a house full of people and of screens.' },
      alameda: {
        name: 'Alameda',
        speed: '1 Gb',
        price: '€39',
        line: 'For those who work at home and send large files.',
      },
    },
    coverageTitle: 'Do we reach your street?',
    coverageFirst:
      'We cover the old town, the Alameda, the Ensanche and the orchards as far as the mill. This autumn we dig along the station road: if you live there, put your name down and we tell you before the machine comes by.',
    coverageSecond:
      'Installing takes a morning. We come in through the telephone duct, without drilling into the front of the house, and we do not leave before your laptop, your television and grandmother’s tablet are connected.',
    helpTitle: 'What you ask us most',
    questions: {
      slow: {
        question: 'The wifi is slow in the bedroom',
        answer:
          'It is nearly always the wall, not the line. Try your phone next to the router: if it is fast there, we lend you a repeater.',
      },
      down: {
        question: 'My internet is gone',
        answer:
          'Switch the router off, count to thirty, switch it on. If the light stays red, write to us with the button below: you will see who is helping you.',
      },
      move: {
        question: 'I am moving. Does my line come along?',
        answer: 'Within our area, free and in three days. Tell us the new address and the date.',
      },
    },
    footer: 'Alameda Fibra does not exist: this is the page to try Ventanilla on. The button in the corner is real.',
  },
};
