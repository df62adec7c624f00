import type { metrics as names } from '../../en/metrics.ts';

export const metrics: Readonly<Record<Exclude<keyof typeof names, 'loss'>, string>> = {
  accuracy: 'Azon sorok aránya, amelyek legvalószínűbb osztálya a helyes.',
  macroF1: 'A precizitás és a felidézés harmonikus közepe; osztályok átlaga, mind egyforma súllyal.',
  logLoss:
    'A helyes osztálynak adott valószínűség −logaritmusának átlaga: 0 tökéletes, log(osztályok száma) semmit sem tud.',
  auc: 'A ROC-görbe alatti terület: annak esélye, hogy az osztály egy sora megelőz egy oda nem tartozót; 0,5 a véletlen. Több osztálynál mind a többi ellen, egyszerű átlag.',
  balancedAccuracy: 'Osztályonként a felismert sorok arányának átlaga; a ritka osztályokkal is igazságos.',
  macroPrecision: 'Amit egy osztálynak mondott, abból ennyi valóban az; osztályok átlaga, egyforma súllyal.',
  macroRecall: 'Ami egy osztályba tartozik, abból ennyit mondott annak; osztályok átlaga, egyforma súllyal.',
  weightedPrecision:
    'Amit egy osztálynak mondott, abból ennyi valóban az; az osztályok sorainak számával súlyozva.',
  weightedRecall:
    'Ami egy osztályba tartozik, abból ennyit mondott annak; az osztályok sorainak számával súlyozva.',
  weightedF1: 'A precizitás és a felidézés harmonikus közepe; az osztályok sorainak számával súlyozva.',
  microPrecision:
    'Amit egy osztálynak mondott, abból ennyi valóban az, az összes osztály együttes számaiból: ez a pontosság.',
  microRecall:
    'Ami egy osztályba tartozik, abból ennyit mondott annak, az összes osztály együttes számaiból: ez a pontosság.',
  microF1:
    'A precizitás és a felidézés harmonikus közepe az összes osztály együttes számaiból: ez a pontosság.',
  matthews:
    'Az igazság és a becslés Matthews-korrelációja: 1 tökéletes, 0 nem jobb a véletlennél, −1 mind rossz.',
  cohenKappa: 'Az igazság és a becslés egyezése azon felül, amit a véletlen adna; 1 tökéletes, 0 véletlen.',
  top3Accuracy: 'Azon sorok aránya, amelyek valódi osztálya a három legvalószínűbb között van.',
  top5Accuracy: 'Azon sorok aránya, amelyek valódi osztálya az öt legvalószínűbb között van.',
  weightedAuc: 'A ROC-görbe alatti terület minden osztályra a többi ellen, a sorok számával súlyozva.',
  oneVsOneAuc: 'A ROC-görbe alatti terület minden osztálypárra, a párok egyszerű átlaga.',
  weightedOneVsOneAuc: 'A ROC-görbe alatti terület minden osztálypárra, a párok sorainak számával súlyozva.',
  averagePrecision:
    'A precizitás átlaga az összes felidézés fölött: mennyire tiszta a rangsor teteje; ritka osztálynál többet mond az AUC-nál.',
  precisionRecallArea:
    'A precizitás–felidézés görbe alatti terület trapézokkal; kicsivel az átlagos precizitás fölött.',
  brierScore:
    'A valószínűségek átlagos négyzetes hibája: 0 tökéletes; a hamis bizonyosságot enyhébben bünteti a log-veszteségnél.',
  calibrationError:
    'Várható kalibrációs hiba 15 sávval: milyen messze van az állított bizonyosság a helyes válaszok arányától.',
  r2: 'A célérték szórásnégyzetének megmagyarázott része: 1 tökéletes, 0 nem jobb az átlagnál, 0 alatt rosszabb.',
  rmse: 'Az átlagos négyzetes hiba gyöke, a célérték egységében; a nagy tévedések számítanak leginkább.',
  mae: 'Átlagos abszolút hiba, a célérték egységében.',
  mse: 'Átlagos négyzetes hiba, a célérték egységének négyzetében.',
  medianAbsoluteError:
    'A sorok felének ennél kisebb a hibája; a célérték egységében, a kiugró értékek nem érintik.',
  mape: 'Átlagos abszolút hiba a valódi érték arányában (0,1 jelentése 10 %); 0 közeli célértéknél használhatatlan.',
  explainedVariance:
    'Mint az R², de a becslések állandó eltolódását nem látja: torz becslésnél az R² kisebb nála.',
  maxError: 'A legnagyobb tévedés az összes sor közül, a célérték egységében.',
};
