import Storage
import Testing

extension StoreCheck {
    static let evidence: [StoreCheck] = [
        StoreCheck("evidence comes back whole, in the order it was given") { store throws in
            let (contact, other) = (Sample.contact(1), Sample.contact(2))
            let first = [
                Sample.proof(3, "news", state: 1), Sample.proof(3, "offers", state: 255),
            ]
            let second = [Sample.proof(.max, "news", state: 0)]
            _ = try store.commit([
                Sample.turn(contact, evidence: first),
                Sample.turn(other, evidence: [Sample.proof(1, "news", state: 2)]),
                Sample.turn(contact, on: 1, evidence: second),
            ])
            #expect(try store.evidence(for: contact) == first + second)
            #expect(try store.evidence(for: other).map(\.state) == [2])
        },
        StoreCheck("cancelling and settling leave the evidence") { store throws in
            let contact = Sample.contact(1)
            let proof = Sample.proof(1, "news", state: 1)
            _ = try store.commit([Sample.turn(contact, evidence: [proof])])
            let turn = Sample.turn(contact, on: 1, cancellation: .all, settled: [1])
            _ = try store.commit([turn])
            #expect(try store.evidence(for: contact) == [proof])
        },
    ]
}
