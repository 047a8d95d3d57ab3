/// What the codes about meaning mean: a code, what it means, an example, the way out.
enum MeaningExplanations {
    static let text = """
        type-mismatch
        A value is of another type than its place takes.
        when: { size > "3": big }
        Compare numbers with numbers; a date is written `"2026-03-01"`.

        unreachable-step
        Nothing leads to a step.
        steps: { one: { end: done }, two: { end: done } }
        Lead to it, or remove it.

        no-way-out
        Every answer to a question leads back to it: the contact could only say STOP.
        ask: { choose: { again: ask } }
        Add a choice, an `after` or an `unclear` that leads on.

        loop-without-wait
        Steps lead back to themselves within one turn.
        one: { then: two }, two: { then: one }
        Let one of them wait for the contact, or end.

        recursive-call
        Flows call each other in a circle.
        flow a calls b, flow b calls a
        Go back with `end` and let the caller go on.

        unused-slot
        A slot is never read, and its value ends with the flow.
        slots: { birthday: { type: date } }
        Use it, `keep` it, or do not ask for it: data nobody needs should not be collected.

        unset-slot
        A slot is used and never gets a value.
        say: { en: "Hi {name}" }, with no `ask: name`
        Ask for it, set it, or name a group of a pattern like it.

        missing-translation
        A locale has no text that the flow uses.
        say: offer, with no `offer` in locales/de.yaml
        Add it to the file the help names.

        unused-text
        A text is used by no flow.
        messages: { old-offer: "…" }
        Remove it.

        unknown-text
        No locale has a text of this key.
        say: ofer
        Correct the key, or add the text.

        empty-text
        A text that a flow uses shows nothing in some locale, whatever its values are.
        messages: { no-thanks: "" }
        Write the text, or take out the `say` that uses it.

        argument-mismatch
        A translation shows other values than the source.
        en: "Hi {name}", de: "Hallo"
        Name the same arguments in every locale.

        unknown-argument
        A text names something the flow does not have.
        hi: "Hi {nam}"
        Name a slot or parameter, `controller`, `controller-address` or `controller-contact`.

        missing-plural-category
        A plural lacks a form the language has.
        pl: "{n, plural, one {# rada} few {# rady} other {# rady}}"
        Add the form the sentence names.

        text-too-long
        A text can be longer than a message may be: 1024 characters with buttons, 4096 without.
        say: terms, above three buttons
        Shorten it, or say the longer part in a step of its own.

        label-too-long
        A label can be longer than a button (20 characters) or a row of a list (24).
        agree: { label: "Yes, I would like to receive it" }
        Shorten it in that locale.

        too-many-choices
        A step offers more than ten choices.
        choose: { a: …, b: …, … }
        Ask in two steps.

        silent-question
        A step waits for a choice or a text and says nothing: no question and no button is shown.
        menu: { choose: { hours: hours, done: done } }
        Add a `say` or a `notice` to the step: the buttons stand under it.

        ambiguous-word
        A word means two things in one locale.
        agree: { words: [ok] }, later: { words: [ok] }
        Leave it to one of them.

        shadowed-by-command
        A word is taken by STOP, START or HELP before the flow sees it.
        decline: { words: [stop] }
        Use another word; the button still works.

        ambiguous-pattern
        Two patterns of a step take the same text.
        match: { "[0-9]{6}": order, "[0-9]+": amount }
        Make them exclude each other; the sentence shows a text that both take.

        misplaced-act
        A consent act stands where it can have no effect.
        one: { confirm: newsletter, then: two }
        Only a choice confirms, only a step lapses, only `withdraw` takes `all`.

        window-too-short
        A deadline of a confirmation comes when a yes no longer counts.
        after: { 3 days: late }, with `confirm-within: 24 hours`
        Come back earlier, or lengthen `confirm-within`.

        missing-command-flow
        No flow words the answer to STOP.
        a workspace without `command: stop`
        Add `flows/stop-opt-out.yaml`.

        duplicate-command
        Two flows word the same command.
        two flows with `command: help`
        Keep one of them.

        erasure-without-choice
        Time, an unclear reply or the flow itself leads to a step that erases the contact's data.
        after: { 1 day: erase }, with erase: { exercise: erasure, … }
        Lead to a step that asks, and let a choice lead to the erasure.

        claimed-command
        A flow claims a text that is a command by itself, in every flow.
        claims: [stop]
        Claim a longer text, such as `stop *`; nothing takes STOP from a contact.

        needless-claim
        A flow claims a text in which no command word occurs.
        claims: [order status]
        Remove the claim: such a text reaches the flow anyway.

        age-never-asked
        A purpose has a minimum age, and no flow asks for a date of birth: no yes could count.
        clubs: { minimum-age: 16, … }, with no slot `{ type: date, age: true }`
        Ask for such a slot before the yes.

        needs-explicit
        A purpose with special categories of data does not ask for explicit consent.
        clinic: { special-categories: [health], … }
        Add `explicit: true`.

        single-opt-in
        One act of the contact is enough to send marketing: nothing proves that the act was theirs.
        offers: { opt-in: single, marketing: true, … }
        Write `opt-in: double`.

        missing-vendor
        A channel does not say which vendor carries it, although vendors are declared.
        channels: { sms: { provider: twilio } }, beside `vendors: { twilio: … }`
        Add `vendor` to the channel: recipients are named, and told of an erasure.

        unused-vendor
        A vendor is declared that no channel names.
        vendors: { twilio: … }, and no channel with `vendor: twilio`
        Name it as `vendor` of a channel, or remove it.

        limit-exceeded
        Something is larger than the engine takes.
        a step with twenty deadlines
        Split it; the limits are in the reference of the flow language.
        """
}
