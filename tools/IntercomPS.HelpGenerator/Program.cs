using System;
using IntercomPS.HelpGenerator;

return HelpGeneration.Run(args, Console.Error);
