# pathway
