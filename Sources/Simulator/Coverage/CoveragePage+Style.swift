extension CoveragePage {
    /// Light and dark, from the reader's own setting.
    static let style = """
        :root { color-scheme: light dark;
          --paper: #fbfaf7; --ink: #23211d; --soft: #6b675f; --line: #e3dfd6; --sheet: #ffffff;
          --good: #1d7a4c; --half: #9a6700; --bad: #b3261e;
          --good-bed: #eaf6ef; --half-bed: #fdf3dc; --bad-bed: #fcebe9; }
        @media (prefers-color-scheme: dark) { :root {
          --paper: #16171a; --ink: #e8e6e1; --soft: #9d998f; --line: #2e3036; --sheet: #1d1f23;
          --good: #6fd19b; --half: #e8b84e; --bad: #ff8a80;
          --good-bed: #182a20; --half-bed: #2e2614; --bad-bed: #331c1b; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, sans-serif; }
        header, main { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
        header { padding-top: 2.5rem; }
        h1 { margin: 0; font-size: 1.8rem; line-height: 1.2; }
        header p, small, .legend { color: var(--soft); }
        h2 { margin: 3rem 0 .75rem; font-size: 1.2rem; }
        h2 small { font-weight: normal; margin-left: .5rem; }
        a { color: inherit; text-underline-offset: .2em; }
        code, .source { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
          gap: 1rem; margin: 1.5rem 0; padding: 0; list-style: none; }
        .cards li { padding: 1rem 1.2rem; background: var(--sheet); border: 1px solid var(--line);
          border-radius: .6rem; }
        .cards b { display: block; font-size: 2rem; line-height: 1.2; }
        .bar { display: block; height: .35rem; margin: .4rem 0; overflow: hidden;
          background: var(--line); border-radius: 1rem; }
        .bar i { display: block; height: 100%; background: var(--good); }
        table { border-collapse: collapse; width: 100%; background: var(--sheet);
          border: 1px solid var(--line); }
        .overview { margin-bottom: 1rem; font-variant-numeric: tabular-nums; }
        .overview th, .overview td { padding: .45rem .9rem; text-align: left;
          border-top: 1px solid var(--line); }
        .overview td { min-width: 7rem; }
        .overview .none { color: var(--soft); }
        .source { display: block; overflow-x: auto; font-size: .84rem; line-height: 1.55; }
        .source tbody { display: table; width: 100%; }
        .source td { padding: 0 .6rem; vertical-align: top; white-space: pre; }
        .source td:last-child { width: 100%; }
        .source .mark { width: 2rem; text-align: center; font-weight: bold;
          border-left: .3rem solid transparent; }
        .source .times, .source .number { text-align: right; color: var(--soft);
          user-select: none; }
        .full .mark { border-left-color: var(--good); color: var(--good); }
        .part .mark { border-left-color: var(--half); border-left-style: double;
          color: var(--half); }
        .never .mark { border-left-color: var(--bad); border-left-style: dotted;
          color: var(--bad); }
        .source .full { background: var(--good-bed); }
        .source .part { background: var(--half-bed); }
        .source .never { background: var(--bad-bed); }
        .source .gap td { padding-left: 2.5rem; color: var(--bad); font-family: system-ui,
          sans-serif; white-space: normal; }
        .legend span { margin-right: 1rem; }
        .legend .full { color: var(--good); } .legend .part { color: var(--half); }
        .legend .never { color: var(--bad); }
        @media print { body { background: none; } section { break-inside: avoid; } }
        """
}
