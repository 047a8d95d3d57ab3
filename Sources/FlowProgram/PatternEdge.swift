package import TextMatching

/// A pattern of a `match` step, the slots its named groups fill, and where it leads.
package struct PatternEdge: Hashable, Sendable {
    package let pattern: Pattern
    package let captures: [Capture]
    package let edge: Edge

    package struct Capture: Hashable, Sendable {
        package let group: String
        package let slot: SlotIndex

        package init(group: String, slot: SlotIndex) {
            self.group = group
            self.slot = slot
        }
    }

    package init(pattern: Pattern, captures: [Capture], edge: Edge) {
        self.pattern = pattern
        self.captures = captures
        self.edge = edge
    }
}
