/// How the page looks on a screen and on A4 paper; nothing is fetched for it.
enum PageStyle {
    // No script may run and nothing may be loaded, whatever a text might smuggle in.
    static let policy: HTML = "default-src 'none'; style-src 'unsafe-inline'"

    static let css: HTML = """
        @page { size: A4; margin: 18mm 16mm 20mm; }
        body { font: 11pt/1.45 "Liberation Serif", "Noto Serif", Georgia, serif; color: #111;
          background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .4rem; }
        h2 { font-size: 1.08rem; margin: 1.6rem 0 .5rem; border-bottom: 1px solid #999;
          padding-bottom: .15rem; break-after: avoid; }
        h3 { font-size: 1rem; margin: 1rem 0 .3rem; break-after: avoid; }
        p { margin: .4rem 0; }
        .result { border: 2px solid #111; padding: .6rem .8rem; margin: .8rem 0;
          font-weight: bold; }
        .note { color: #444; font-size: .9rem; }
        table { border-collapse: collapse; width: 100%; margin: .4rem 0; }
        th, td { text-align: start; vertical-align: top; padding: .25rem .45rem;
          border: 1px solid #bbb; overflow-wrap: break-word; }
        thead { display: table-header-group; }
        tr, blockquote { break-inside: avoid; }
        .facts th { width: 11rem; font-weight: normal; color: #444; }
        .events { font-size: .86rem; }
        .acts { break-inside: avoid; }
        blockquote { margin: .3rem 0; padding: .4rem .7rem; border: 1px solid #bbb;
          border-inline-start: 4px solid #666; white-space: pre-wrap; overflow-wrap: anywhere; }
        blockquote { break-after: avoid; }
        code, pre { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; }
        code { font-size: .88em; overflow-wrap: anywhere; }
        pre { font-size: .62rem; line-height: 1.3; white-space: pre-wrap; word-break: break-all;
          border: 1px solid #bbb; padding: .5rem; }
        @media print { body { max-width: none; margin: 0; padding: 0; } }
        """
}
