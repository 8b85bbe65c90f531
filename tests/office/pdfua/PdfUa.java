import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Checks that each PDF named is PDF/UA-1, with veraPDF; says each rule that is broken, once, with its first place. */
public final class PdfUa {
  public static void main(String[] names) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile rules =
        Profiles.profileFromXml(PdfUa.class.getResourceAsStream("/org/verapdf/pdfa/validation/PDFUA-1.xml"));
    boolean sound = names.length > 0;
    for (String name : names) {
      Map<String, String> broken = broken(rules, new File(name));
      System.out.println((broken.isEmpty() ? "PDF/UA-1  " : "REFUSED   ") + name);
      broken.forEach((rule, said) -> System.out.println("    " + rule + ": " + said));
      sound &= broken.isEmpty();
    }
    System.exit(sound ? 0 : 1);
  }

  private static Map<String, String> broken(ValidationProfile rules, File file) throws Exception {
    Map<String, String> broken = new TreeMap<>();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, PDFAFlavour.PDFUA_1)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(rules, true).validate(parser);
      List<TestAssertion> assertions = result.getTestAssertions();
      for (TestAssertion assertion : assertions) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
          broken.putIfAbsent(rule, assertion.getMessage() + " (" + assertion.getLocation().getContext() + ")");
        }
      }
      if (!result.isCompliant()) {
        broken.putIfAbsent("result", "not compliant");
      }
    }
    return broken;
  }
}
