/// Which scalars differ only in case: `k`, `K` and the Kelvin sign are one orbit.
///
/// An orbit is closed under the mappings to lower, upper and title case that give one scalar,
/// which is simple case folding (Unicode Standard, section 5.18, `CaseFolding.txt` status C and
/// S). Mappings to several scalars (`ß` to `SS`) are left out, and so is the dotless `ı`, whose
/// capital is `I` in Turkish only; `İ` maps to two scalars and so stays alone as well.
enum CaseOrbits {
    /// Adds to `set` every scalar that differs from a member only in case.
    static func closing(_ set: ScalarSet) -> ScalarSet {
        var added: [ClosedRange<UInt32>] = []
        if set.count <= directLookups {
            for range in set.ranges {
                for value in range {
                    for mate in mates[value] ?? [] { added.append(mate...mate) }
                }
            }
        } else {
            for value in members where set.contains(value) {
                for mate in mates[value] ?? [] { added.append(mate...mate) }
            }
        }
        return added.isEmpty ? set : ScalarSet(set.ranges + added)
    }

    /// Above this size it is cheaper to ask each cased scalar whether the set holds it.
    private static let directLookups = 256

    private static let members: [UInt32] = mates.keys.sorted()

    /// The other scalars of each scalar's orbit, for the scalars that have any.
    ///
    /// Cased scripts live in planes 0 and 1.
    private static let mates: [UInt32: [UInt32]] = {
        var orbits: [UInt32: Set<UInt32>] = [:]
        for value: UInt32 in 0...0x1FFFF {
            guard let scalar = Unicode.Scalar(value), value != dotlessI,
                scalar.properties.changesWhenCaseMapped
            else { continue }
            var joined: Set<UInt32> = [value]
            for variant in variants(of: scalar) {
                joined.formUnion(orbits[variant] ?? [variant])
            }
            joined.formUnion(orbits[value] ?? [])
            guard joined.count > 1 else { continue }
            for member in joined { orbits[member] = joined }
        }
        return Dictionary(
            uniqueKeysWithValues: orbits.map { value, orbit in
                (value, orbit.subtracting([value]).sorted())
            }
        )
    }()

    private static let dotlessI: UInt32 = 0x131

    private static func variants(of scalar: Unicode.Scalar) -> [UInt32] {
        let properties = scalar.properties
        let mappings: [String] = [
            properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping,
        ]
        return mappings.compactMap { mapping in
            let scalars = mapping.unicodeScalars
            return scalars.count == 1 ? scalars.first?.value : nil
        }
    }
}
