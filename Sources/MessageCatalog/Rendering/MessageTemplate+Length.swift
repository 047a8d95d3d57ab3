extension MessageTemplate {
    /// The most Unicode scalars the rendered text can have, isolates included.
    ///
    /// `argumentLength` gives the longest plain text of an argument in Unicode scalars (for a
    /// number, of `DecimalNumber.text`); it is not asked about dates with a format.
    package func worstCaseLength(
        locale: LocaleTag,
        argumentLength: (String) -> Int
    ) -> Int {
        withoutActuallyEscaping(argumentLength) { argumentLength in
            let measure = LengthMeasure(
                conventions: LocaleConventions.of(locale),
                isolates: locale.isRightToLeft ? BidiText.isolateScalars : 0,
                argumentLength: argumentLength
            )
            return measure.length(parts, counted: 0)
        }
    }
}

private struct LengthMeasure {
    let conventions: LocaleConventions
    let isolates: Int
    let argumentLength: (String) -> Int

    /// `counted` is the plain length of the number `#` stands for.
    func length(_ parts: [TemplatePart], counted: Int) -> Int {
        var total = 0
        for part in parts {
            switch part {
            case .literal(let literal):
                total += literal.unicodeScalars.count
            case .argument(let name):
                // Any text may have right-to-left letters.
                total += argumentLength(name) + BidiText.isolateScalars
            case .number(let name, let style):
                total += number(argumentLength(name), style)
            case .date(_, let style):
                total += DateFormat.longestText(style, conventions) + isolates
            case .duration(let name):
                let signs = conventions.minusSign.unicodeScalars.count - 1
                total += max(1, argumentLength(name)) + DurationFormat.longestGrowth + signs
                total += isolates
            case .plural(let choice):
                let counted = argumentLength(choice.argument) + growth(choice.offset)
                total += longest(choice.branches, counted: counted)
            case .select(let choice):
                total += longest(choice.branches, counted: counted)
            case .pound:
                total += number(counted, .plain)
            }
        }
        return total
    }

    // `0.5` less 10 is `-9.5`: all the offset's digits may come to the front, after a sign.
    private func growth(_ offset: Int64) -> Int {
        offset == 0 ? 0 : String(offset).utf8.count + 1
    }

    private func longest(_ branches: [[TemplatePart]], counted: Int) -> Int {
        branches.map { length($0, counted: counted) }.max() ?? 0
    }

    private func number(_ plain: Int, _ style: NumberFormat.Style) -> Int {
        NumberFormat.longestText(plain: plain, style, conventions) + isolates
    }
}
