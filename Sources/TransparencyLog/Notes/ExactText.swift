extension String {
    /// Whether both texts are the same bytes.
    ///
    /// Swift's own `==` follows Unicode's canonical equivalence: to it `K` and the Kelvin sign are
    /// one text. A signature covers bytes, and each name in these formats is a string of bytes.
    func isExactly(_ other: String) -> Bool {
        utf8.elementsEqual(other.utf8)
    }
}
