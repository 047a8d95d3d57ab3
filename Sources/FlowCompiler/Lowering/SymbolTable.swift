import Consent
import FlowProgram
import MessageCatalog

/// Every name a workspace declares, and what it stands for.
struct SymbolTable {
    let flows: [FlowSymbols]
    let flowIndices: [String: FlowIndex]
    let purposes: [String: PurposeIndex]
    let notices: [String: NoticeIndex]
    /// Names of word sets in any locale.
    let wordSets: Set<String>
    let brokenFlows: Set<String>
    let hasAllWords: Bool

    /// The flows whose files have no errors: only of these is everything known.
    var soundFlows: [FlowSymbols] { flows.filter(\.isSound) }

    init(_ workspace: Workspace) {
        var indices: [String: FlowIndex] = [:]
        var kept: [FlowSymbols] = []
        for flow in workspace.flows where indices[flow.name.value] == nil {
            let index = FlowIndex(kept.count)
            indices[flow.name.value] = index
            let isSound = !workspace.brokenFlows.contains(flow.name.value)
            kept.append(FlowSymbols(flow, index, isSound: isSound))
        }
        flows = kept
        flowIndices = indices
        purposes = Self.places(workspace.settings.purposes.map(\.name.value)) { PurposeIndex($0) }
        notices = Self.places(workspace.settings.notices.map(\.name.value)) { NoticeIndex($0) }
        wordSets = Set(workspace.locales.flatMap { $0.words.map(\.name.value) })
        brokenFlows = workspace.brokenFlows
        hasAllWords = workspace.brokenLocales.isEmpty
    }

    subscript(flow: FlowIndex) -> FlowSymbols { flows[flow.value] }

    func flow(named name: String) -> FlowSymbols? {
        flowIndices[name].map { self[$0] }
    }

    /// The first of each name wins.
    static func places<Index>(_ names: [String], _ index: (Int) -> Index) -> [String: Index] {
        var places: [String: Index] = [:]
        places.reserveCapacity(names.count)
        for (place, name) in names.enumerated() where places[name] == nil {
            places[name] = index(place)
        }
        return places
    }
}

/// The names of one flow.
struct FlowSymbols {
    let syntax: FlowSyntax
    let index: FlowIndex
    /// Whether its file was read without an error.
    let isSound: Bool
    let steps: [String: StepIndex]
    /// Parameters first, then slots, as in the program.
    let declarations: [SlotDeclaration]
    let slots: [String: SlotIndex]
    /// In the order written.
    let outcomes: [String]
    let outcomeIndices: [String: Int]

    init(_ syntax: FlowSyntax, _ index: FlowIndex, isSound: Bool) {
        self.isSound = isSound
        self.syntax = syntax
        self.index = index
        steps = SymbolTable.places(syntax.steps.map(\.name.value)) { StepIndex($0) }
        var declarations = syntax.parameters.map { parameter in
            SlotDeclaration(
                name: parameter.name,
                type: SlotType(rawValue: parameter.type.value),
                slot: nil
            )
        }
        declarations += syntax.slots.map { slot in
            SlotDeclaration(
                name: slot.name,
                type: SlotType(rawValue: slot.type.value),
                slot: slot
            )
        }
        self.declarations = declarations
        slots = SymbolTable.places(declarations.map(\.name.value)) { SlotIndex($0) }
        var seen: Set<String> = []
        outcomes = syntax.steps.flatMap(\.endings).map(\.value).filter { seen.insert($0).inserted }
        outcomeIndices = SymbolTable.places(outcomes) { $0 }
    }

    var name: String { syntax.name.value }
    var isStopFlow: Bool { syntax.command?.value == CommandKind.stop.rawValue }

    func declaration(of name: String) -> SlotDeclaration? {
        slots[name].map { declarations[$0.value] }
    }

    /// The names that hold a value of this type.
    func names(of type: SlotType) -> [String] {
        declarations.filter { $0.type == type }.map(\.name.value)
    }

    /// Whether every step it names exists: only then can its paths be judged.
    var knowsAllSteps: Bool {
        syntax.steps.allSatisfy { step in step.targets.allSatisfy { steps[$0.value] != nil } }
    }
}
