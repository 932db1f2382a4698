import EntenteModel
import Testing

/// A line as it is typed, and what it must become.
struct TermsExample: Sendable, CustomTestStringConvertible {
  var number: Int
  var sender: StateID
  var addressees: [StateID]
  var typed: String
  var printed: String
  var json: String
  var sha256: String

  /// Texts stand in lines of the page here; the line breaks are not part of them.
  init(
    _ number: Int, _ sender: StateID, to addressees: [StateID], typed: String, printed: String,
    json: String, sha256: String
  ) {
    self.number = number
    self.sender = sender
    self.addressees = addressees
    self.typed = typed.filter { $0 != "\n" }
    self.printed = printed.filter { $0 != "\n" }
    self.json = json.filter { $0 != "\n" }
    self.sha256 = sha256
  }

  var testDescription: String { "example \(number)" }
}

extension TermsExample {
  static let firstSix: [TermsExample] = [
    TermsExample(
      1, "usa", to: ["jpn", "aus"],
      typed: #"""
        coprod programme=p07 lines=jpn,aus workshare=usa:50%,jpn:30%,aus:20%; standard family=c2 f
        und=3m; term duration=8 notice=2
        """#,
      printed: #"""
        coprod programme=p07 lines=jpn,aus workshare=aus:20%,jpn:30%,usa:50%; standard family=c2
        ; term notice=2
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["aus","jpn","usa"],"id":"c
        1","params":{"config":"same","licence":"agreement","lines":["jpn","aus"],"programme":"p07"
        ,"rate":null,"workshare":{"aus":2000,"jpn":3000,"usa":5000}},"to":["aus","jpn","usa"],"typ
        e":"coprod","when":[]},{"annex":null,"from":["aus","jpn","usa"],"id":"c2","params":{"famil
        y":"c2","fund":{"aus":3000,"jpn":3000,"usa":3000},"te":false},"to":["aus","jpn","usa"],"ty
        pe":"standard","when":[]}],"entry":{"rule":"all"},"governance":{"decisions":"unanimity","d
        isputes":"consult","floor":0,"juste":false,"lead":null,"mode":"auto"},"parties":["aus","jp
        n","usa"],"purpose":"enhance","term":{"duration":8,"notice":2,"penalty":0,"review":null,"s
        urvive":[]},"title":"","visibility":{"rule":"parties"}}
        """#,
      sha256: "7ca9a923e6332a6d0f55759ba81ed7e0fcfeb834d09bd955668c8e9f50b75f4c"
    ),
    TermsExample(
      2, "aster", to: ["dorn"],
      typed: #"""
        dorn>aster licprod programme=canopy cap=60 royalty=4%
        """#,
      printed: #"""
        dorn>aster licprod programme=canopy cap=60
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["dorn"],"id":"c1","params"
        :{"cap":60000,"config":"same","licence":"agreement","programme":"canopy","rate":null,"roya
        lty":400,"territory":"own"},"to":["aster"],"type":"licprod","when":[]}],"entry":{"rule":"a
        ll"},"governance":{"decisions":"unanimity","disputes":"consult","floor":0,"juste":false,"l
        ead":null,"mode":"auto"},"parties":["aster","dorn"],"purpose":"enhance","term":{"duration"
        :8,"notice":1,"penalty":0,"review":null,"survive":[]},"title":"","visibility":{"rule":"par
        ties"}}
        """#,
      sha256: "285551ff34edb2021563b98a4844daf040dd87dc56a72bdcb7df32a83cefe774"
    ),
    TermsExample(
      3, "borea", to: ["cael"],
      typed: #"""
        borea>cael offtake programme=lantern lots=12; exercise intensity=1; term duration=4
        """#,
      printed: #"""
        borea>cael offtake programme=lantern lots=12; exercise; term duration=4
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["borea"],"id":"c1","params
        ":{"first":null,"lots":12000,"price":"cost","programme":"lantern"},"to":["cael"],"type":"o
        fftake","when":[]},{"annex":null,"from":["borea","cael"],"id":"c2","params":{"intensity":1
        ,"theatre":null},"to":["borea","cael"],"type":"exercise","when":[]}],"entry":{"rule":"all"
        },"governance":{"decisions":"unanimity","disputes":"consult","floor":0,"juste":false,"lead
        ":null,"mode":"auto"},"parties":["borea","cael"],"purpose":"enhance","term":{"duration":4,
        "notice":1,"penalty":0,"review":null,"survive":[]},"title":"","visibility":{"rule":"partie
        s"}}
        """#,
      sha256: "6114cdfd8ee69131540749d1691398bb2c97bea2265991a7cd82b77ce692ccad"
    ),
    TermsExample(
      4, "cael", to: ["aster", "dorn"],
      typed: #"""
        Exercise intensity=2; aster+cael acsa; gsoia level=2; title "Marches readiness"
        """#,
      printed: #"""
        exercise intensity=2; aster+cael acsa; gsoia level=2; title "Marches readiness"
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["aster","cael","dorn"],"id
        ":"c1","params":{"intensity":2,"theatre":null},"to":["aster","cael","dorn"],"type":"exerci
        se","when":[]},{"annex":null,"from":["aster","cael"],"id":"c2","params":{"categories":["fu
        el","medical","munitions","spares","transport"]},"to":["aster","cael"],"type":"acsa","when
        ":[]},{"annex":null,"from":["aster","cael","dorn"],"id":"c3","params":{"level":2},"to":["a
        ster","cael","dorn"],"type":"gsoia","when":[]}],"entry":{"rule":"all"},"governance":{"deci
        sions":"unanimity","disputes":"consult","floor":0,"juste":false,"lead":null,"mode":"auto"}
        ,"parties":["aster","cael","dorn"],"purpose":"enhance","term":{"duration":8,"notice":1,"pe
        nalty":0,"review":null,"survive":[]},"title":"Marches readiness","visibility":{"rule":"par
        ties"}}
        """#,
      sha256: "773902e5e06c6ead2fb3d1cb8bfa969170365166b0d639e11d917d9baf59888a"
    ),
    TermsExample(
      5, "cael", to: ["dorn"],
      typed: #"""
        cael>dorn basing posture=25%; purpose signal; visibility public
        """#,
      printed: #"""
        cael>dorn basing posture=25%; purpose signal; visibility public
        """#,
      json: #"""
        {"accession":{"rule":"closed"},"clauses":[{"annex":null,"from":["cael"],"id":"c1","params"
        :{"posture":2500,"status":"treaty","theatre":null},"to":["dorn"],"type":"basing","when":[]
        }],"entry":{"rule":"all"},"governance":{"decisions":"unanimity","disputes":"consult","floo
        r":0,"juste":false,"lead":null,"mode":"auto"},"parties":["cael","dorn"],"purpose":"signal"
        ,"term":{"duration":8,"notice":1,"penalty":0,"review":null,"survive":[]},"title":"","visib
        ility":{"rule":"public"}}
        """#,
      sha256: "f31a51aa0d04650e319eb5ad8240fd244209dc0e7f98b995c1e394ffe5b0840d"
    ),
    TermsExample(
      6, "usa", to: ["jpn", "aus"],
      typed: #"""
        accel domains=HYP,QTM,AI pool=24m shares=usa:50%,jpn:30%,aus:20%; accession unanimity; ter
        m duration=evergreen survive=accel
        """#,
      printed: #"""
        accel domains=ai,hyp,qtm pool=24m shares=aus:20%,jpn:30%,usa:50%; accession unanimity; ter
        m duration=evergreen survive=accel
        """#,
      json: #"""
        {"accession":{"rule":"unanimity"},"clauses":[{"annex":null,"from":["aus","jpn","usa"],"id"
        :"c1","params":{"domains":["ai","hyp","qtm"],"hub":null,"pool":24000,"shares":{"aus":2000,
        "jpn":3000,"usa":5000}},"to":["aus","jpn","usa"],"type":"accel","when":[]}],"entry":{"rule
        ":"all"},"governance":{"decisions":"unanimity","disputes":"consult","floor":0,"juste":fals
        e,"lead":null,"mode":"auto"},"parties":["aus","jpn","usa"],"purpose":"enhance","term":{"du
        ration":0,"notice":1,"penalty":0,"review":null,"survive":["c1"]},"title":"","visibility":{
        "rule":"parties"}}
        """#,
      sha256: "fe58da59ea03150ca452b92f8df79469eb405dc1951215faf0d0ef33279e0f0b"
    ),
  ]
}

extension TermsExample {
  static let all = firstSix + lastSix
}
