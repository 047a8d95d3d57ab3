extension MessageTemplate {
    /// The text in a locale, at most `RenderLimits.outputBytes` of UTF-8.
    ///
    /// Values are data: nothing in them is read as syntax. A value without a format prints as
    /// plain text; `#` and formatted values print as the locale writes them. The empty text stands
    /// for a value that is not there.
    package func render(
        locale: LocaleTag,
        arguments: (String) -> ArgumentValue?
    ) throws(RenderError) -> String {
        try withoutActuallyEscaping(arguments) { arguments throws(RenderError) in
            var renderer = Renderer(locale: locale, arguments: arguments)
            try renderer.append(parts, counted: nil)
            return renderer.output
        }
    }
}

private struct Renderer {
    let locale: LocaleTag
    let arguments: (String) -> ArgumentValue?
    var output = ""
    // Looked up once, and only by messages that format something.
    private var cachedConventions: LocaleConventions?

    init(locale: LocaleTag, arguments: @escaping (String) -> ArgumentValue?) {
        self.locale = locale
        self.arguments = arguments
    }

    private var conventions: LocaleConventions {
        mutating get {
            if let cachedConventions { return cachedConventions }
            let found = LocaleConventions.of(locale)
            cachedConventions = found
            return found
        }
    }

    mutating func append(
        _ parts: [TemplatePart],
        counted: DecimalNumber?
    ) throws(RenderError) {
        for part in parts {
            switch part {
            case .literal(let literal):
                output += literal
            case .argument(let name):
                try append(value(name))
            case .number(let name, _) where try isEmpty(name),
                .date(let name, _) where try isEmpty(name),
                .duration(let name) where try isEmpty(name):
                break
            case .number(let name, let style):
                appendNumber(try number(name), style)
            case .date(let name, let style):
                guard let date = try value(name).asDate else {
                    throw .wrongKind(argument: name, expected: .date)
                }
                openIsolate()
                DateFormat.append(date, style, conventions, to: &output)
                closeIsolate()
            case .duration(let name):
                let seconds = try number(name)
                openIsolate()
                DurationFormat.append(seconds, conventions, to: &output)
                closeIsolate()
            case .plural(let choice):
                try append(choice)
            case .select(let choice):
                let key = try value(choice.argument).plainText
                let chosen = choice.cases.first { $0.key == key }?.parts ?? choice.other
                try append(chosen, counted: counted)
            case .pound:
                if let counted { appendNumber(counted, .plain) }
            }
            guard output.utf8.count <= RenderLimits.outputBytes else { throw .tooLong }
        }
    }

    private mutating func append(_ choice: PluralChoice) throws(RenderError) {
        if try isEmpty(choice.argument) { return try append(choice.other, counted: nil) }
        let number = try number(choice.argument)
        var counted = number
        if choice.offset != 0 {
            do throws(DecimalOverflow) {
                counted = try number.subtracting(DecimalNumber(choice.offset))
            } catch {
                throw .numberOutOfRange(argument: choice.argument)
            }
        }
        if let exact = choice.exact.first(where: { $0.number == number }) {
            return try append(exact.parts, counted: counted)
        }
        guard !choice.categories.isEmpty else {
            return try append(choice.other, counted: counted)
        }
        let category = PluralRules.rules(choice.kind, for: locale).category(of: counted)
        let match = choice.categories.first { $0.category == category }
        try append(match?.parts ?? choice.other, counted: counted)
    }

    private mutating func append(_ value: ArgumentValue) throws(RenderError) {
        guard case .text(let text) = value else {
            openIsolate()
            output += value.plainText
            closeIsolate()
            return
        }
        // Before the copy, so that a huge value costs nothing; only cleaning makes it shorter.
        guard text.utf8.count <= RenderLimits.outputBytes else { throw .tooLong }
        BidiText.append(text, isRightToLeft: locale.isRightToLeft, to: &output)
    }

    private mutating func appendNumber(_ number: DecimalNumber, _ style: NumberFormat.Style) {
        openIsolate()
        NumberFormat.append(number, style, conventions, to: &output)
        closeIsolate()
    }

    private mutating func openIsolate() {
        if locale.isRightToLeft { output += BidiText.open }
    }

    private mutating func closeIsolate() {
        if locale.isRightToLeft { output += BidiText.close }
    }

    private func value(_ name: String) throws(RenderError) -> ArgumentValue {
        guard let value = arguments(name) else { throw .missingArgument(name) }
        return value
    }

    /// Whether a value is the empty text, which stands for no value.
    ///
    /// It shows nothing in any format, and a plural takes `other`.
    private func isEmpty(_ name: String) throws(RenderError) -> Bool {
        try value(name) == .text("")
    }

    private func number(_ name: String) throws(RenderError) -> DecimalNumber {
        guard let number = try value(name).asNumber else {
            throw .wrongKind(argument: name, expected: .number)
        }
        return number
    }
}
