package import FlowProgram
import MessageCatalog

/// What a set of plays covers of a program: numbers, and what is missing with its line.
package struct CoverageReport: Sendable {
    /// So many of so many.
    package struct Tally: Hashable, Sendable {
        package var covered = 0
        package var total = 0

        package init(covered: Int = 0, total: Int = 0) {
            self.covered = covered
            self.total = total
        }

        /// Rounded down, so that only all of them are 100; of nothing, everything is covered.
        package var percent: Int { total == 0 ? 100 : covered * 100 / total }

        static func + (left: Tally, right: Tally) -> Tally {
            Tally(covered: left.covered + right.covered, total: left.total + right.total)
        }
    }

    package struct Numbers: Hashable, Sendable {
        package var steps = Tally()
        package var edges = Tally()
        /// Those of the edges that are choices.
        package var choices = Tally()
        package var timers = Tally()
        /// Steps that say something, once for each language of the program, in their order.
        package var locales: [Tally]

        package init(locales: Int) {
            self.locales = Array(repeating: Tally(), count: locales)
        }

        /// Those of all languages together.
        package var texts: Tally { locales.reduce(Tally(), +) }

        mutating func count(_ kind: FlowPoint.Kind, isCovered: Bool) {
            let one = Tally(covered: isCovered ? 1 : 0, total: 1)
            switch kind {
            case .step: steps = steps + one
            case .edge(let edge):
                edges = edges + one
                if case .choice = edge { choices = choices + one }
            case .timer: timers = timers + one
            case .texts(let locale):
                locales[locale.value] = locales[locale.value] + one
            }
        }

        static func + (left: Numbers, right: Numbers) -> Numbers {
            var sum = left
            sum.steps = left.steps + right.steps
            sum.edges = left.edges + right.edges
            sum.choices = left.choices + right.choices
            sum.timers = left.timers + right.timers
            sum.locales = zip(left.locales, right.locales).map { $0 + $1 }
            return sum
        }
    }

    /// Something that no play went through.
    package struct Gap: Hashable, Sendable {
        package let path: String
        /// Of its step, from 1.
        package let line: Int
        package let sentence: String
    }

    package struct FlowPart: Sendable {
        package let flow: FlowIndex
        package let name: String
        package let path: String
        package let numbers: Numbers
        package let gaps: [Gap]
    }

    package let program: Program
    package let coverage: Coverage
    /// In the order of the program's flows.
    package let flows: [FlowPart]

    package init(_ coverage: Coverage, of program: Program) {
        self.program = program
        self.coverage = coverage
        flows = program.flows.indices.map { place in
            let index = FlowIndex(place)
            let flow = program[index]
            return FlowPart(
                flow: index,
                name: flow.name,
                path: flow.path,
                numbers: Self.numbers(of: index, coverage, program),
                gaps: flow.steps.indices.flatMap { step in
                    Self.sentences(at: StepIndex(step), of: index, coverage, program).map {
                        Gap(path: flow.path, line: flow.steps[step].line, sentence: $0)
                    }
                }
            )
        }
    }

    package var total: Numbers {
        flows.reduce(Numbers(locales: program.locales.count)) { $0 + $1.numbers }
    }

    package var gaps: [Gap] { flows.flatMap(\.gaps) }

    private static func numbers(
        of flow: FlowIndex,
        _ coverage: Coverage,
        _ program: Program
    ) -> Numbers {
        let none = Numbers(locales: program.locales.count)
        return program.points(of: flow).reduce(into: none) { numbers, point in
            numbers.count(point.kind, isCovered: coverage.contains(point))
        }
    }

    /// What is missing of one step; of a step that was never entered, only that.
    static func sentences(
        at place: StepIndex,
        of flow: FlowIndex,
        _ coverage: Coverage,
        _ program: Program
    ) -> [String] {
        let step = program[flow][step: place]
        func point(_ kind: FlowPoint.Kind) -> FlowPoint {
            FlowPoint(flow: flow, step: place, kind: kind)
        }
        guard coverage.contains(point(.step)) else {
            let parts = [count(step.edges.count, "edge"), count(step.timers.count, "timer")]
                .compactMap(\.self)
            let rest = parts.isEmpty ? "" : ", and with it \(parts.joined(separator: " and "))"
            return [point(.step).missing(in: program) + rest]
        }
        let ways = step.edges.map { point(.edge($0)) } + step.timers.map { point(.timer($0)) }
        var sentences = ways.filter { !coverage.contains($0) }.map { $0.missing(in: program) }
        let silent = program.locales.indices.filter { locale in
            step.speaks && !coverage.contains(point(.texts(LocaleIndex(locale))))
        }
        if !silent.isEmpty {
            let tags = silent.map { program.locales[$0].text }.joined(separator: ", ")
            sentences.append("the texts of \(step.name) were never said in \(tags)")
        }
        return sentences
    }

    private static func count(_ number: Int, _ noun: String) -> String? {
        number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
