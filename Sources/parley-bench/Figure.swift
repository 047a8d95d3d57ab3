/// Samples of one quantity, read by their median.
struct Figure {
    private(set) var samples: [Double] = []

    mutating func add(_ sample: Double) {
        samples.append(sample)
    }

    var median: Double {
        let sorted = samples.sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return 0 }
        return sorted.count.isMultiple(of: 2) ? (sorted[sorted.count / 2 - 1] + upper) / 2 : upper
    }

    /// The smallest and the largest, with two decimals.
    var range: String {
        guard let least = samples.min(), let most = samples.max() else { return "" }
        return "\(Self.decimal(least, places: 2))–\(Self.decimal(most, places: 2))"
    }

    /// A whole number in groups of three digits.
    static func grouped(_ number: Double) -> String {
        var text = ""
        for (place, digit) in String(Int(number.rounded())).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text.append(" ") }
            text.append(digit)
        }
        return String(text.reversed())
    }

    /// A number that is not negative, with one to three decimals.
    static func decimal(_ number: Double, places: Int) -> String {
        let scale = [1, 10, 100, 1000][places]
        let scaled = Int((number * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        let zeros = String(repeating: "0", count: places - fraction.count)
        return "\(scaled / scale).\(zeros)\(fraction)"
    }
}

/// Our rate and the raw bound's right before and after it, on average.
struct ComparedRate {
    private(set) var ours = Figure()
    private(set) var bound = Figure()
    /// Formed pair by pair: a disk that slows down slows both of a pair.
    private(set) var ratio = Figure()

    mutating func add(ours: Double, bound: Double) {
        self.ours.add(ours)
        self.bound.add(bound)
        ratio.add(ours / bound)
    }
}
