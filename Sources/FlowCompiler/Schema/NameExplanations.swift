/// What the codes about names mean: a code, what it means, an example, the way out.
enum NameExplanations {
    static let text = """
        file-name
        A file is not named like the flow in it.
        flows/news.yaml: "flow: newsletter"
        Rename one of them.

        duplicate-flow
        Two files hold a flow of the same name.
        flows/a.yaml and flows/b.yaml: "flow: a"
        Rename one of them.

        unknown-step
        A step is named that the flow does not have.
        then: confrim
        Correct the name, or add the step.

        unknown-flow
        A flow is named that the workspace does not have.
        call: double-optin
        Correct the name, or add the flow.

        unknown-slot
        A slot or parameter is named that the flow does not declare.
        ask: frist-name
        Correct the name, or add it to `slots`.

        unknown-purpose
        A purpose is named that neither `parley.yaml` nor a parameter declares.
        confirm: newsleter
        Correct the name, or declare the purpose.

        unknown-notice
        A notice is named that neither `parley.yaml` nor a parameter declares.
        notice: privcy
        Correct the name, or declare the notice.

        unknown-right
        A right is named that a contact cannot exercise at a step.
        exercise: erasing
        Write `erasure`, `access`, `receipt`, `restriction` or `objection`.

        unknown-vendor
        A channel names a vendor that `vendors` does not declare.
        channels: { whatsapp: { provider: whatsapp, vendor: metta } }
        Correct the name, or declare the vendor.

        unknown-preset
        A preset is named that does not exist, or that is for other records.
        retention: { consent-proof: uwg-7 }
        Correct the name, or write `{ keep: 5 years, because: "…" }`.

        unknown-word-set
        A set of words is named that no locale file has.
        starts-with: [helo]
        Correct the name, or add it under `words`.

        unknown-locale
        A file or a text is for a locale the workspace does not speak.
        say: { en: Hi, dee: Hallo }
        Correct the tag, or add it to `locales` in `parley.yaml`.

        unknown-outcome
        A call goes on by an outcome the flow cannot end with.
        then: { confirmd: welcome }
        Correct the word; the help names the nearest, or all of them.

        unknown-parameter
        A call gives something the flow does not ask for.
        with: { purpos: newsletter }
        Correct the name, or remove it.

        unknown-function
        An expression calls a function that does not exist.
        length(name) > 3
        Use one of the functions of the reference, here `size`.

        ambiguous-name
        A slot or parameter is named like something else a text or expression can name.
        slots: { newsletter: { type: text } }
        Give the slot another name.

        missing-argument
        A call does not give a parameter of the flow.
        call: double-opt-in
        Add it under `with`.

        missing-outcome
        A call does not say where to go on for every outcome.
        then: { confirmed: welcome }
        Add the outcomes the sentence names, or write one step for all.

        missing-file
        A file the workspace needs is not there.
        locales: [en, de], and no locales/de.yaml
        Write it.
        """
}
