import FlowProgram
import Yams

/// Reads a file as YAML nodes with their places, never as decoded values.
///
/// The only place that knows the YAML library. What the flow language has no use for is refused:
/// anchors and aliases, tags, keys that are not text, repeated keys and several documents.
package enum YAMLReader {
    package static let nodeLimit = 200_000
    package static let depthLimit = 40
    /// Levels that are refused before parsing: the parser calls itself for each.
    private static let parserDepth = 200
    /// Repeated keys found in one file before reading stops at the next.
    private static let repeatedKeys = 20

    /// Nil if nothing can be made of the file; repeated and odd keys are reported and left out.
    package static func read(
        _ file: SourceFile,
        into diagnostics: inout Diagnostics
    ) -> YAMLNode? {
        let start = SourceSpan(path: file.path, line: 1, column: 1, length: 1)
        let bytes = file.text.utf8.count
        guard bytes <= Limits.fileBytes else {
            diagnostics.report(
                .fileTooLarge,
                at: start,
                SourceFile.tooLarge(bytes),
                help: SourceFile.split
            )
            return nil
        }
        var places = YAMLPlaces(path: file.path, text: file.text)
        if let place = YAMLDepth.firstBeyond(parserDepth, in: places.scalars) {
            let (line, column) = places.place(at: place)
            diagnostics.report(tooDeep(at: places.span(line: line, column: column, length: 1)))
            return nil
        }
        guard let inert = YAMLInertText(file.text, places.scalars) else {
            diagnostics.report(
                .invalidYAML,
                at: start,
                "the file uses too many private-use characters"
            )
            return nil
        }
        return parse(inert, places: places, into: &diagnostics)
    }

    private static func parse(
        _ original: YAMLInertText,
        places: YAMLPlaces,
        into diagnostics: inout Diagnostics
    ) -> YAMLNode? {
        var inert = original
        var places = places
        var last = places.span(line: 1, column: 1, length: 1)
        reading: for _ in 0..<repeatedKeys {
            switch compose(inert) {
            case .success(nil):
                let start = places.span(line: 1, column: 1, length: 1)
                diagnostics.report(
                    .missingKey,
                    at: start,
                    "the file is empty",
                    help: WorkspaceSources.role(of: start.path)?.beginning
                )
                return nil
            case .success(let node?):
                var walk = YAMLWalk(inert: inert, places: places, diagnostics: diagnostics)
                let result = walk.root(node)
                diagnostics = walk.diagnostics
                return result
            case .failure(.repeated(let line, let column)):
                var index = places.index(line: line, column: column)
                let quotes: [Unicode.Scalar] = ["\"", "'"]
                if index < places.scalars.count, quotes.contains(places.scalars[index]) {
                    index += 1
                }
                last = places.span(line: line, column: column, length: 1)
                guard inert.distinguish(at: index) else { break reading }
            case .failure(.problem(let problem)):
                report(problem, in: inert, places: &places, into: &diagnostics)
                return nil
            }
        }
        diagnostics.report(
            .duplicateKey,
            at: last,
            "this key is here more than once"
        )
        return nil
    }

    static func tooDeep(at span: SourceSpan) -> Diagnostic {
        Diagnostic(.tooDeep, at: span, "nested deeper than \(depthLimit) levels")
    }
}

extension YAMLReader {
    private enum Failure: Error {
        /// A mapping holds a key twice; the place is that of the first.
        case repeated(line: Int, column: Int)
        case problem(YAMLProblem)
    }

    private static func compose(_ inert: YAMLInertText) -> Result<Node?, Failure> {
        let text = inert.text
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            return .success(try parser.singleRoot())
        } catch let error as YamlError {
            return .failure(failure(error))
        } catch {
            return .failure(.problem(YAMLProblem("the file cannot be read", place: .start)))
        }
    }

    private static func failure(_ error: YamlError) -> Failure {
        switch error {
        case .duplicatedKeysInMapping(_, let context):
            .repeated(line: context.mark.line, column: context.mark.column)
        case .reader(let problem, _, _, _):
            .problem(YAMLProblem(problem, place: .forbidden))
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            .problem(
                YAMLProblem(
                    problem,
                    place: .mark(line: mark.line, column: mark.column),
                    context: context.map { ($0.text, $0.mark.line, $0.mark.column) }
                )
            )
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            .problem(YAMLProblem("the file cannot be read", place: .start))
        }
    }

    /// A problem of the inert text may stem from the stand-ins: then the anchor, tag or explicit
    /// key before it is what the author must hear about.
    private static func report(
        _ problem: YAMLProblem,
        in inert: YAMLInertText,
        places: inout YAMLPlaces,
        into diagnostics: inout Diagnostics
    ) {
        let candidates = inert.candidates
        let place = problem.index(in: places)
        guard let suspect = candidates.last(where: { $0.range.lowerBound < place }) else {
            diagnostics.report(problem.diagnostic(in: &places))
            return
        }
        let (line, column) = places.place(at: suspect.range.lowerBound)
        let span = places.span(line: line, column: column, length: suspect.range.count)
        let next = compose(inert.blanking(candidates))
        if case .failure(.problem(let next)) = next, next.index(in: places) <= place {
            let key = candidates.last {
                $0.indicator == .explicitKey && $0.range.lowerBound < place
            }
            guard let key else {
                diagnostics.report(problem.diagnostic(in: &places))
                return
            }
            let (line, column) = places.place(at: key.range.lowerBound)
            // A `?` far above is a question mark of some text.
            diagnostics.report(
                problem.line(in: places) - line <= 1
                    ? YAMLWalk.refusal(
                        of: .explicitKey,
                        at: places.span(line: line, column: column, length: 1)
                    )
                    : problem.diagnostic(in: &places)
            )
            return
        }
        diagnostics.report(YAMLWalk.refusal(of: suspect.indicator, at: span))
        if case .failure(.problem(let later)) = next {
            diagnostics.report(later.diagnostic(in: &places))
        }
    }
}

/// Where each key of a mapping came first.
private struct FirstKeys {
    /// Fewer are found faster one by one.
    private static let few = 8

    private var keys: [Located<String>] = []
    private var places: [String: SourceSpan] = [:]

    /// The place of the same key before, if there is one; otherwise this is the first.
    mutating func insert(_ key: Located<String>) -> SourceSpan? {
        if keys.count < Self.few {
            if let before = keys.first(where: { $0.value == key.value }) { return before.span }
            keys.append(key)
            return nil
        }
        if places.isEmpty { for key in keys { places[key.value] = key.span } }
        if let before = places[key.value] { return before }
        places[key.value] = key.span
        return nil
    }
}

/// Turns the library's nodes into ours and refuses what they may not be.
private struct YAMLWalk {
    let inert: YAMLInertText
    var places: YAMLPlaces
    var diagnostics: Diagnostics
    private var nodes = 0
    private var isHopeless = false

    init(inert: YAMLInertText, places: YAMLPlaces, diagnostics: Diagnostics) {
        self.inert = inert
        self.places = places
        self.diagnostics = diagnostics
    }

    mutating func root(_ node: Node) -> YAMLNode? {
        let result = walk(node, depth: 1)
        return isHopeless ? nil : result
    }

    private mutating func walk(_ node: Node, depth: Int) -> YAMLNode? {
        let start = span(of: node.mark, length: 1)
        nodes += 1
        if nodes > YAMLReader.nodeLimit {
            if nodes == YAMLReader.nodeLimit + 1 {
                let sentence = "the file has more than \(YAMLReader.nodeLimit) values"
                diagnostics.report(.tooManyNodes, at: start, sentence, help: SourceFile.split)
            }
            isHopeless = true
            return nil
        }
        guard depth <= YAMLReader.depthLimit else {
            if !isHopeless { diagnostics.report(YAMLReader.tooDeep(at: start)) }
            isHopeless = true
            return nil
        }
        switch node {
        case .scalar(let scalar): return text(scalar)
        case .sequence(let sequence):
            return .sequence(sequence.compactMap { walk($0, depth: depth + 1) }, start)
        case .mapping(let mapping): return walk(mapping, at: start, depth: depth)
        case .alias:
            isHopeless = true
            diagnostics.report(Self.refusal(of: .alias, at: start))
            return nil
        }
    }

    private mutating func walk(
        _ mapping: Node.Mapping,
        at start: SourceSpan,
        depth: Int
    ) -> YAMLNode {
        var entries: [(key: Located<String>, value: YAMLNode)] = []
        entries.reserveCapacity(mapping.count)
        var first = FirstKeys()
        // Without an iterator, which would copy the whole mapping.
        for index in mapping.startIndex..<mapping.endIndex {
            let (keyNode, valueNode) = mapping[index]
            let key = key(keyNode)
            let value = walk(valueNode, depth: depth + 1)
            guard let key else { continue }
            if let before = first.insert(key) {
                diagnostics.report(
                    .duplicateKey,
                    at: key.span,
                    "key \(key.value.quoted) is here twice",
                    help: "first in line \(before.line)"
                )
                continue
            }
            if let value { entries.append((key, value)) }
        }
        let isBraced = character(at: mapping.mark) == "{"
        return .mapping(entries, isBraced ? start : entries.first?.key.span ?? start)
    }

    private mutating func key(_ node: Node) -> Located<String>? {
        let start = span(of: node.mark, length: 1)
        guard case .scalar(let scalar) = node else {
            diagnostics.report(.keyNotText, at: start, "a key must be a text")
            return nil
        }
        guard case .scalar(let text, let isPlain, let span)? = self.text(scalar) else { return nil }
        let nulls: [String] = ["", "~", "null", "Null", "NULL"]
        if isPlain, nulls.contains(text) {
            diagnostics.report(
                .keyNotText,
                at: span,
                "a key must be a text, and this is no value at all",
                help: text.isEmpty ? nil : "in quotes it is a text: \"\(text)\""
            )
            return nil
        }
        return Located(text, span)
    }

    private mutating func text(_ scalar: Node.Scalar) -> YAMLNode? {
        let isPlain = scalar.style == .plain || scalar.style == .any
        let written = inert.restored(scalar.string)
        let mark = scalar.mark
        let index = places.index(line: mark?.line ?? 1, column: mark?.column ?? 1)
        if isPlain, let indicator = inert.indicator(of: scalar.string) {
            let token = written.unicodeScalars.prefix { !$0.properties.isWhitespace }
            isHopeless = true
            diagnostics.report(
                Self.refusal(of: indicator, at: span(of: mark, length: token.count))
            )
            return nil
        }
        let length = isPlain && written.isEmpty ? 1 : places.writtenLength(of: written, at: index)
        return .scalar(written, isPlain: isPlain, span(of: mark, length: length))
    }

    private mutating func span(of mark: Mark?, length: Int) -> SourceSpan {
        places.span(line: mark?.line ?? 1, column: mark?.column ?? 1, length: length)
    }

    private func character(at mark: Mark?) -> Unicode.Scalar? {
        let index = places.index(line: mark?.line ?? 1, column: mark?.column ?? 1)
        return index < places.scalars.count ? places.scalars[index] : nil
    }

    static func refusal(
        of indicator: YAMLInertText.Indicator,
        at span: SourceSpan
    ) -> Diagnostic {
        let quotes = "a text that begins with `\(indicator.character)` needs quotes"
        return switch indicator {
        case .anchor: Diagnostic(.alias, at: span, "anchors are not used here", help: quotes)
        case .alias: Diagnostic(.alias, at: span, "aliases are not used here", help: quotes)
        case .tag: Diagnostic(.tag, at: span, "tags are not used here", help: quotes)
        case .explicitKey:
            Diagnostic(
                .keyNotText,
                at: span,
                "a key must be a text, and `?` begins one that may not be",
                help: quotes
            )
        }
    }
}
